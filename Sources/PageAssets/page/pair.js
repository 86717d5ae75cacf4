// The open pair: scores, errors, both texts, both graphs.

class PairView {
    #place = document.getElementById('page-pair');
    #table;
    #pair = null;

    constructor(table) {
        this.#table = table;
        // Single letters, only while the focus is in the pair, so that they are in nobody's way.
        this.#place.addEventListener('keydown', (event) => {
            if (event.altKey || event.ctrlKey || event.metaKey || event.target.matches('input, select, textarea')) return;
            const step = { n: 1, p: -1 }[event.key];
            if (step) this.step(step);
        });
    }

    get pair() {
        return this.#pair;
    }

    /** Opens the pair so many rows further on in the table. */
    step(by) {
        const shown = this.#table.shown;
        const place = this.#table.place(this.#pair);
        const next = shown[place < 0 ? 0 : place + by];
        if (next) this.open(next, true);
    }

    /**
     * @param {Object} pair
     * @param {boolean} isAsked whether the reader asked for it: then the pair has the focus, and the page's address names it.
     */
    open(pair, isAsked) {
        this.#pair = pair;
        tooltip.hide();
        this.#table.select(pair);
        const [reference, candidate] = texts.of(pair);
        const detail = details.of(pair);
        detail.errors.sort((one, other) => other.significant - one.significant);
        const marks = { reference: annotations(detail, 'reference'), candidate: annotations(detail, 'candidate') };
        const used = new Set([...marks.reference, ...marks.candidate].map((annotation) => annotation.class));
        this.#place.replaceChildren(
            this.#heading(pair),
            ...scoreLists(pair, detail),
            errorList(pair, detail) ?? '',
            detail.judge === undefined ? '' : judgeLine(detail),
            element('div', { class: 'texts' }, reportText(pair.isGenerated ? 'Generated reference' : 'Reference', 'reference', reference, marks.reference, detail.coverage[0]),
                reportText('Candidate', 'candidate', candidate, marks.candidate, detail.coverage[1])),
            textLegend(used) ?? '',
            graphFigure(detail.graph.map(comparedFinding)));
        if (!isAsked) return;
        location.hash = encodeURIComponent(pair.id);
        this.#place.focus({ preventScroll: true });
        this.#place.scrollIntoView({ behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
    }

    /** Says anew where the pair stands in the table. */
    refresh() {
        const place = this.#table.place(this.#pair);
        const count = this.#table.shown.length;
        const [position, previous, next] = ['.position', '.previous', '.next'].map((name) => this.#place.querySelector(name));
        position.textContent = place < 0 ? 'not among those shown' : `${counted(place + 1)} of ${counted(count)} shown`;
        previous.disabled = place <= 0;
        next.disabled = place >= 0 ? place + 1 >= count : count === 0;
    }

    #heading(pair) {
        const heading = element('header', { class: 'pair-head' },
            element('h2', { id: 'page-pair-title' }, element('span', { class: 'kind' }, 'Pair '), pair.id === '' ? '(no id)' : pair.id),
            element('div', { class: 'steps' },
                element('button', { type: 'button', class: 'previous', click: () => this.step(-1) }, '‹ Previous ', element('kbd', {}, 'p')),
                element('span', { class: 'position' }),
                element('button', { type: 'button', class: 'next', click: () => this.step(1) }, 'Next ', element('kbd', {}, 'n'), ' ›'),
                element('button', { type: 'button', class: 'back', click: () => this.#table.focus(pair) }, 'To the table')));
        queueMicrotask(() => this.refresh());
        return heading;
    }
}

/** The scores of the table's columns, and all others to unfold. */
function scoreLists(pair, detail) {
    const list = (values) => element('dl', { class: 'scores' }, values.map(([title, value, decimals]) => element('div', {},
        element('dt', {}, title), element('dd', {}, shownValue(value, decimals)))));
    const shown = index.columns.map(({ title, decimals }, number) => [title, pair.values[number], decimals])
        .filter((_, number) => index.columns[number].shown);
    const all = index.metrics.map(([title, decimals], number) => [title, detail.scores[number], decimals]);
    const isLow = Math.min(...detail.coverage) < index.lowCoverage;
    return [
        list(shown),
        all.length > 0 ? element('details', { class: 'all-scores' }, element('summary', {}, 'All measures of the pair'), list(all)) : '',
        isLow ? element('p', { class: 'caution' },
            `Less than ${index.lowCoverage * 100} % of a text’s clinical words were understood: the scores may miss what matters.`) : '',
    ];
}

/** The errors with links to their words; the numbers stand at the words, too. */
function errorList(pair, detail) {
    if (columnOf('errors') < 0 && detail.implausible.length === 0) return null;
    const items = detail.errors.map((error, number) => {
        const weight = error.significant ? 'significant' : 'insignificant';
        return element('li', { id: `error-${number + 1}` },
            element('span', { class: `badge ${weight}`, 'aria-hidden': 'true' }, String(number + 1)),
            element('span', { class: 'what' }, element('strong', {}, `${error.significant ? 'Significant' : 'Insignificant'} ${categoryTitle(error.category)}`),
                `: ${errorText(error)}`),
            wordLinks(`error-${number + 1}`, ['reference', 'candidate'].filter((side) => error[side])
                .map((side) => [side, error[side].text])));
    });
    const statements = detail.implausible.map((statement, number) => element('li', { id: `implausible-${number + 1}` },
        element('span', { class: 'badge implausible', 'aria-hidden': 'true' }, letter(number)),
        element('span', { class: 'what' }, element('strong', {}, 'Implausible in the candidate'), `: ${statement.explanation}`),
        wordLinks(`implausible-${number + 1}`, statement.words.slice(0, 1)
            .map(({ text }) => ['candidate', text]))));
    const all = [...items, ...statements];
    const none = pair.blank.length === 0 ? 'No errors' : pair.blank.map(blankText).join(' ');
    return element('div', { class: 'error-list' },
        element('h3', {}, all.length === 0 ? none : 'Errors'), all.length > 0 && element('ol', {}, all));
}

function wordLinks(key, words) {
    return element('span', { class: 'words' }, words.map(([side, text]) => element('button', {
        type: 'button', class: 'link',
        click: () => {
            const mark = document.querySelector(`mark[data-side="${side}"][data-keys~="${key}"]`);
            mark?.setAttribute('tabindex', '0');
            mark?.focus();
        },
    }, `${side}: “${shortened(text)}”`)));
}

function shortened(text) {
    const line = text.replace(/\s+/g, ' ');
    return line.length > 48 ? `${line.slice(0, 47)}…` : line;
}

function blankText(side) {
    return `The ${side} is blank.`;
}

/** What the judge counts, kind by kind, each with Hilum's count in brackets. */
function judgeLine({ judge, errors }) {
    const countsOf = (weight) => {
        const own = errors.filter((error) => error.significant === (weight === 'significant'));
        const kinds = index.categories
            .map(([name, title], number) => [title, judge[weight][number], own.filter((error) => error.category === name).length])
            .filter(([, theirs, ours]) => theirs + ours > 0)
            .map(([title, theirs, ours]) => `${title} ${theirs} (${ours})`);
        const total = judge[weight].reduce((sum, count) => sum + count, 0);
        return `${weight} ${total} (${own.length})${kinds.length > 0 ? ` – ${kinds.join(', ')}` : ''}`;
    };
    return element('p', { class: 'judge' }, element('strong', {}, 'Errors as the judge counts them'), judge === null ? ': no answer.'
        : `, in brackets as Hilum does: ${countsOf('significant')}; ${countsOf('insignificant')}.`);
}

function reportText(title, side, text, marks, coverage) {
    return element('article', { class: `report ${side}`, 'aria-labelledby': `page-${side}` },
        element('h3', { id: `page-${side}` }, title),
        text.trim() === '' ? element('p', { class: 'blank' }, blankText(side))
            : element('p', { class: 'text' }, markedText(text, marks, side)),
        coverage < 1 && element('p', { class: 'note' }, `${Math.min(Math.round(coverage * 100), 99)} % of its clinical words were understood.`));
}
