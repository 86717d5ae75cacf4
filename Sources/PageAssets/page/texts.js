// A report with its findings, errors and all else that is known of its words.

const statusWords = { present: 'present', absent: 'denied', uncertain: 'uncertain' };
const unassertedWords = {
    section: 'in a section that asserts nothing', history: 'history', conditional: 'conditional', recommendation: 'recommendation',
    elsewhere: 'of another examination',
};

/** The letter of an implausible statement, from 0: A, B, … Z, A1, … */
function letter(number) {
    const round = Math.floor(number / 26);
    return String.fromCharCode(65 + number % 26) + (round === 0 ? '' : round);
}

/** What is known of the words of a side: `{start, end, …}`, errors first. */
function annotations(detail, side) {
    const list = [];
    detail.errors.forEach((error, number) => {
        if (!error[side]) return;
        const [start, end] = error[side].span;
        list.push({
            start, end, key: `error-${number + 1}`, badge: String(number + 1), class: error.significant ? 'significant' : 'insignificant',
            line: `${error.significant ? 'Significant' : 'Insignificant'} ${categoryTitle(error.category)}: ${errorText(error)}`,
        });
    });
    if (side === 'candidate') {
        detail.implausible.forEach((statement, number) => {
            statement.words.forEach(({ span: [start, end] }) => list.push({
                start, end, key: `implausible-${number + 1}`, badge: letter(number), class: 'implausible',
                line: `Implausible: ${statement.explanation}`,
            }));
        });
    }
    for (const [start, end, status, name] of detail[side].findings) {
        list.push({ start, end, class: status, line: `${name}: ${statusWords[status]}` });
    }
    for (const [start, end, reason, name] of detail[side].unasserted) {
        list.push({ start, end, class: 'unasserted', line: `${name}: not asserted (${unassertedWords[reason]})` });
    }
    for (const [start, end] of detail[side].unrecognised) {
        list.push({ start, end, class: 'unrecognised', line: 'Not understood' });
    }
    return list.filter(({ start, end }) => start < end);
}

function categoryTitle(category) {
    return index.categories.find(([name]) => name === category)?.[1] ?? category;
}

function errorText(error) {
    return (error.finding ? `${error.finding}: ` : '') + error.explanation;
}

/** The nodes of a text whose words are marked; overlapping annotations share their words. */
function markedText(text, list, side) {
    const bounds = new Set([0, text.length]);
    for (const { start, end } of list) bounds.add(start).add(end);
    const places = [...bounds].filter((place) => place <= text.length).sort((one, other) => one - other);
    const nodes = [];
    const met = new Set();
    for (let number = 0; number + 1 < places.length; number += 1) {
        const [start, end] = [places[number], places[number + 1]];
        const here = list.filter((annotation) => annotation.start <= start && annotation.end >= end);
        const words = text.slice(start, end);
        nodes.push(here.length === 0 ? words : markedWords(words, here, side, met));
        const ended = here.filter((annotation) => annotation.badge && annotation.end === end);
        nodes.push(...ended.map((annotation) => element('sup', { class: `badge ${annotation.class}`, 'aria-hidden': 'true' },
            annotation.badge)));
    }
    return nodes;
}

/**
 * Words that mean something.
 * @param {Set} met the keys of what has been marked in this text, each of which the keyboard reaches once.
 */
function markedWords(words, here, side, met) {
    const charged = here.filter((annotation) => annotation.key);
    const first = charged.filter((annotation) => !met.has(annotation.key));
    const classes = [...new Set(here.map((annotation) => annotation.class))].join(' ');
    const node = charged.length === 0
        ? element('span', { class: classes }, words)
        : element('mark', {
            class: classes, 'data-keys': charged.map((annotation) => annotation.key).join(' '), 'data-side': side,
            tabindex: first.length > 0 ? '0' : null,
            'aria-describedby': charged.map((annotation) => annotation.key).join(' '),
        }, words);
    first.forEach((annotation) => met.add(annotation.key));
    tooltip.explain(node, here.map((annotation) => ({ text: annotation.line, class: annotation.class })));
    return node;
}

/** What the marks of a text mean, of those that are there. */
function textLegend(used) {
    const rows = [
        ['significant', 'significant error'], ['insignificant', 'insignificant error'], ['implausible', 'implausible'],
        ['present', 'finding, present'], ['uncertain', 'uncertain'], ['absent', 'denied'], ['unasserted', 'mentioned, not asserted'],
        ['unrecognised', 'not understood'],
    ].filter(([name]) => used.has(name));
    if (rows.length === 0) return null;
    return element('ul', { class: 'legend', 'aria-label': 'What the marks mean' }, rows.map(([name, meaning]) => element('li', {},
        element(['significant', 'insignificant', 'implausible'].includes(name) ? 'mark' : 'span', { class: name }, meaning))));
}
