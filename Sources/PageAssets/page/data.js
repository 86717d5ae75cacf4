// What the page holds: the rows of the table at once, the texts and all else of a pair when they are asked for.

function embedded(id) {
    return document.getElementById(id).textContent;
}

const index = JSON.parse(embedded('page-index'));

/** The blank reports of a pair, by the number that the index has for them. */
const blankSides = [[], ['reference'], ['candidate'], ['reference', 'candidate']];

/** The rows whose reference a model has written. */
const generatedRows = new Set(index.generated);

/** In the order of the input. */
const pairs = index.rows.map(([id, values, errors, implausible, blank], number) => ({
    number, id, values, implausible, blank: blankSides[blank], isGenerated: generatedRows.has(number),
    errors: errors.map(([category, significant, finding]) => ({ category, significant: significant === 1, finding })),
}));

/** The lines of an embedded element, one a pair, split when the first is asked for. */
class Lines {
    #id;
    #lines = null;

    constructor(id) {
        this.#id = id;
    }

    /** The value of a pair. */
    of(pair) {
        this.#lines ??= embedded(this.#id).split('\n');
        return JSON.parse(this.#lines[pair.number]);
    }
}

/** `[reference, candidate]` of a pair. */
const texts = new Lines('page-texts');
const details = new Lines('page-details');

/** Id and texts of a pair in small letters; made for all pairs by the first search. */
function searchable(pair) {
    pair.searchable ??= [pair.id, ...texts.of(pair)].join('\n').toLowerCase();
    return pair.searchable;
}

/** The place of a column by its key; -1 where it was not asked for. */
function columnOf(key) {
    return index.columns.findIndex((column) => column.key === key);
}

/** A value as shown, with a true minus. */
function shownValue(value, decimals) {
    return value == null ? '–' : value.toFixed(decimals).replace('-', '−');
}
