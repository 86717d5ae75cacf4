// The table of reports: sorted, filtered, and a page of it at a time.

const collator = new Intl.Collator('en', { numeric: true });
const printedRows = 500;

class ReportTable {
    #open;
    #sort;
    #start = 0;
    #size = 15;
    #shown = [];
    #current = null;
    #head;
    #rows = element('tbody');
    #status = element('p', { role: 'status', class: 'status' });
    #pager = element('nav', { class: 'pager', 'aria-label': 'Pages of the table' });
    #columns;
    #filtered = null;
    filter;

    /**
     * @param {Element} place where the table goes.
     * @param {function(Object, boolean)} open is given a pair, and whether the reader asked for it.
     */
    constructor(place, open) {
        this.#open = open;
        this.filter = new Filter(() => this.#refilter());
        this.#columns = this.#makeColumns();
        const first = this.#columns.findIndex((column) => column.isNumber);
        this.#sort = { column: first, descending: this.#columns[first].descends };
        this.#head = element('tr', {}, this.#columns.map((column, number) => this.#headCell(column, number)));
        place.replaceChildren(
            this.filter.form, this.#status,
            element('div', { class: 'scroller', role: 'region', 'aria-label': 'Table of reports', tabindex: '0' },
                element('table', { class: 'reports' },
                    element('caption', { class: 'unseen' }, 'Reports with their scores and errors'),
                    element('thead', {}, this.#head), this.#rows)),
            this.#pager);
        this.#rows.addEventListener('keydown', (event) => this.#moveFocus(event));
        addEventListener('beforeprint', () => this.#draw(0, printedRows));
        addEventListener('afterprint', () => this.#draw(this.#start, this.#size));
        this.#refilter();
    }

    #makeColumns() {
        const columns = [{ title: 'id', compare: (one, other) => collator.compare(one.id, other.id), descends: false }];
        const errors = columnOf('errors');
        if (errors >= 0) columns.push({ title: 'errors', isErrors: true, descends: true, value: (pair) => pair.values[errors] });
        index.columns.forEach((column, number) => {
            if (!column.shown) return;
            columns.push({
                title: column.title, number, decimals: column.decimals, isNumber: true,
                // The worst first.
                descends: !column.higher, value: (pair) => pair.values[number],
            });
        });
        return columns;
    }

    #headCell(column, number) {
        // No line ends within BLEU-4.
        const title = column.title.replace('-', '\u2011');
        const button = element('button', { type: 'button', click: () => this.#sortBy(number) }, title,
            element('span', { class: 'arrow', 'aria-hidden': 'true' }));
        return element('th', { scope: 'col', class: column.isNumber ? 'number' : null }, button);
    }

    #sortBy(number) {
        const sort = this.#sort;
        const isSame = sort.column === number;
        this.#sort = { column: number, descending: isSame ? !sort.descending : this.#columns[number].descends };
        this.#resort();
    }

    #refilter() {
        this.#shown = pairs.filter(this.filter.test);
        this.#resort();
        this.#filtered?.();
    }

    /** Is called when the filter has changed. */
    set onfilter(call) {
        this.#filtered = call;
    }

    #resort() {
        const { column, descending } = this.#sort;
        const { value, compare } = this.#columns[column];
        const sign = descending ? -1 : 1;
        this.#shown.sort((one, other) => {
            if (compare) return sign * compare(one, other) || one.number - other.number;
            const [first, second] = [value(one), value(other)];
            // What has no value comes last either way.
            if (first == null || second == null) return (first == null) - (second == null) || one.number - other.number;
            return sign * (first - second) || one.number - other.number;
        });
        this.#head.querySelectorAll('th').forEach((cell, number) => {
            if (number === column) cell.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
            else cell.removeAttribute('aria-sort');
        });
        this.#show(0);
        const order = `sorted by ${this.#columns[column].title}, ${descending ? 'descending' : 'ascending'}`;
        const count = this.#shown.length === pairs.length
            ? `All ${plural(pairs.length, 'report')}` : `${counted(this.#shown.length)} of ${plural(pairs.length, 'report')}`;
        this.#status.textContent = `${count}, ${order}.`;
    }

    #show(start) {
        this.#start = start;
        this.#draw(start, this.#size);
        this.#drawPager();
    }

    #draw(start, size) {
        const rows = this.#shown.slice(start, start + size).map((pair) => this.#row(pair));
        if (this.#shown.length > printedRows && size === printedRows) {
            rows.push(element('tr', {}, element('td', { colspan: this.#columns.length },
                `${plural(this.#shown.length - printedRows, 'report')} more are not printed.`)));
        }
        if (rows.length === 0) {
            rows.push(element('tr', {}, element('td', { colspan: this.#columns.length }, 'No report matches the filter.')));
        }
        this.#rows.replaceChildren(...rows);
    }

    #row(pair) {
        const cells = this.#columns.map((column) => {
            if (column.isErrors) return element('td', { class: 'errors' }, errorChips(pair));
            if (!column.isNumber) {
                return element('th', { scope: 'row' },
                    element('button', { type: 'button', class: 'open' }, pair.id === '' ? '(no id)' : pair.id));
            }
            const isLow = index.columns[column.number].key === 'coverage' && pair.values[column.number] < index.lowCoverage;
            return element('td', { class: 'number' }, shownValue(pair.values[column.number], column.decimals),
                isLow && element('span', { class: 'low-coverage' }, ' low'));
        });
        const isCurrent = pair === this.#current;
        return element('tr', {
            'data-number': pair.number, 'aria-current': isCurrent ? 'true' : null, class: 'report',
            click: () => this.#open(pair, true),
        }, cells);
    }

    #drawPager() {
        const count = this.#shown.length;
        const last = Math.max(0, Math.floor((count - 1) / this.#size) * this.#size);
        const move = (title, start, isPossible) => element('button', {
            type: 'button', 'aria-label': title[1], disabled: !isPossible,
            click: (event) => {
                const label = event.currentTarget.getAttribute('aria-label');
                this.#show(start);
                // The buttons are new ones; the focus stays where it was.
                [...this.#pager.querySelectorAll('button')].find((button) => button.getAttribute('aria-label') === label)?.focus();
            },
        }, title[0]);
        const size = element('select', {
            id: 'page-size',
            change: () => {
                this.#size = Number(size.value);
                this.#show(0);
                document.getElementById('page-size').focus();
            },
        }, [15, 50, 200].map((number) => element('option', { value: number, selected: number === this.#size }, String(number))));
        this.#pager.replaceChildren(
            move(['«', 'First page'], 0, this.#start > 0), move(['‹', 'Page before'], this.#start - this.#size, this.#start > 0),
            element('span', {}, count === 0 ? 'none'
                : `${counted(this.#start + 1)}–${counted(Math.min(this.#start + this.#size, count))} of ${counted(count)}`),
            move(['›', 'Page behind'], this.#start + this.#size, this.#start < last), move(['»', 'Last page'], last, this.#start < last),
            element('label', { for: 'page-size' }, 'rows'), size);
    }

    /** Arrows go from row to row. */
    #moveFocus(event) {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        const buttons = [...this.#rows.querySelectorAll('button.open')];
        const next = buttons[buttons.indexOf(document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1)];
        if (!next) return;
        event.preventDefault();
        next.focus();
    }

    /** Marks a pair as the open one and turns to its page, if it is shown at all. */
    select(pair) {
        this.#current = pair;
        const place = this.#shown.indexOf(pair);
        if (place >= 0 && (place < this.#start || place >= this.#start + this.#size)) {
            this.#show(Math.floor(place / this.#size) * this.#size);
            return;
        }
        for (const row of this.#rows.querySelectorAll('tr.report')) {
            if (Number(row.dataset.number) === pair.number) row.setAttribute('aria-current', 'true');
            else row.removeAttribute('aria-current');
        }
    }

    /** Puts the focus on the row of a pair, or on the table. */
    focus(pair) {
        const button = this.#rows.querySelector(`tr[data-number="${pair.number}"] button`);
        (button ?? document.getElementById('page-reports')).focus();
    }

    /** Where a pair stands among those that are shown, from 0; -1 where it is not. */
    place(pair) {
        return this.#shown.indexOf(pair);
    }

    get shown() {
        return this.#shown;
    }
}

/** The errors of a pair in a few words, and which of its reports are generated or blank. */
function errorChips(pair) {
    const most = 3;
    const sorted = [...pair.errors].sort((one, other) => other.significant - one.significant);
    const chips = sorted.slice(0, most).map((error) => {
        const finding = error.finding >= 0 ? `: ${index.findings[error.finding]}` : '';
        return element('span', { class: `chip ${error.significant ? 'significant' : 'insignificant'}` },
            element('span', { class: 'unseen' }, error.significant ? 'significant, ' : 'insignificant, '),
            `${shortCategories[index.categories[error.category][0]]}${finding}`);
    });
    if (pair.errors.length > most) chips.push(element('span', { class: 'more' }, `and ${pair.errors.length - most} more`));
    if (pair.implausible > 0) chips.push(element('span', { class: 'chip implausible' }, 'implausible'));
    if (pair.isGenerated) chips.push(element('span', { class: 'chip blank' }, 'generated reference'));
    chips.push(...pair.blank.map((side) => element('span', { class: 'chip blank' }, `blank ${side}`)));
    return chips;
}
