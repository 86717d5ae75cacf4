// Which pairs the table shows.

/** Words for the kinds of error that are short enough for a cell, in the order of the categories. */
const shortCategories = {
    false_positive_finding: 'invented',
    omission_finding: 'missed',
    incorrect_location: 'location',
    incorrect_severity: 'severity',
    false_positive_comparison: 'invented comparison',
    omission_comparison: 'missed comparison',
};

class Filter {
    #changed;
    #fields = {};
    form;

    /** @param {function()} changed called when other pairs may match. */
    constructor(changed) {
        this.#changed = changed;
        this.form = element('form', {
            class: 'filter', 'aria-label': 'Filter the reports',
            submit: (event) => event.preventDefault(),
        });
        let waiting = 0;
        this.#add('text', 'Words in id or reports', element('input', {
            type: 'search', autocomplete: 'off', spellcheck: 'false',
            input: () => {
                clearTimeout(waiting);
                waiting = setTimeout(changed, 120);
            },
        }));
        if (columnOf('errors') >= 0) this.#addErrorFields();
        this.#addRangeFields();
        this.form.append(element('button', { type: 'button', class: 'reset', click: () => this.reset() }, 'Show all'));
    }

    #add(name, label, field, group) {
        field.id = `filter-${name}`;
        this.#fields[name] = field;
        if (!field.matches('[type=search]')) field.addEventListener('change', this.#changed);
        (group ?? this.form).append(element('div', { class: `field ${name}-field` }, element('label', { for: field.id }, label), field));
    }

    #addErrorFields() {
        const options = [['', 'any'], ['some', 'at least one'], ['none', 'none']];
        options.push(...index.categories.map(([, title], number) => [String(number), title]));
        if (pairs.some((pair) => pair.implausible > 0)) options.push(['implausible', 'implausible statement']);
        this.#add('category', 'Errors', Filter.#choice(options));
        this.#add('finding', 'Finding in error', Filter.#choice(
            [['', 'any'], ...index.findings.map((name, number) => [String(number), name])]));
        this.#add('significant', 'Significant errors only', element('input', { type: 'checkbox' }));
    }

    #addRangeFields() {
        const group = element('fieldset', { class: 'range' }, element('legend', { class: 'unseen' }, 'Range of a score'));
        this.#add('measure', 'Score', Filter.#choice(index.columns.map((column) => [column.key, column.title])), group);
        this.#add('low', 'at least', element('input', { type: 'number', step: 'any' }), group);
        this.#add('high', 'and below', element('input', { type: 'number', step: 'any' }), group);
        this.form.append(group);
    }

    static #choice(options) {
        return element('select', {}, options.map(([value, title]) => element('option', { value }, title)));
    }

    reset() {
        this.form.reset();
        this.#changed();
    }

    /** Shows the errors of a category, by number, or all where it is shown already. */
    toggleCategory(number) {
        const field = this.#fields.category;
        field.value = field.value === String(number) ? '' : String(number);
        this.#changed();
    }

    /** Shows the values from `low` and below `high`, or all where these are shown already. */
    toggleRange(measure, low, high) {
        const fields = this.#fields;
        const isShown = this.showsRange(measure, low, high);
        fields.measure.value = measure;
        fields.low.value = isShown ? '' : low;
        fields.high.value = isShown ? '' : high;
        this.#changed();
    }

    showsCategory(number) {
        return this.#fields.category?.value === String(number);
    }

    showsRange(measure, low, high) {
        const fields = this.#fields;
        return fields.measure.value === measure && fields.low.value === low && fields.high.value === high;
    }

    /** What tells whether a pair is shown, by what the fields have now. */
    get test() {
        const fields = this.#fields;
        const words = fields.text.value.toLowerCase().split(/\s+/).filter((word) => word !== '');
        const category = fields.category?.value ?? '';
        const finding = fields.finding?.value ?? '';
        const onlySignificant = fields.significant?.checked ?? false;
        const column = columnOf(fields.measure.value);
        const low = fields.low.value === '' ? null : Number(fields.low.value);
        const high = fields.high.value === '' ? null : Number(fields.high.value);
        const isKind = /^\d+$/.test(category);
        const asksForError = category === 'some' || isKind || finding !== '' || onlySignificant;

        // One error has to be all that is asked for.
        const isMeant = (error) => (!isKind || error.category === Number(category))
            && (finding === '' || error.finding === Number(finding)) && (!onlySignificant || error.significant);

        return (pair) => {
            if (category === 'none' && pair.errors.length > 0) return false;
            if (category === 'implausible' && pair.implausible === 0) return false;
            if (category !== 'none' && asksForError && !pair.errors.some(isMeant)) return false;
            const value = pair.values[column];
            if (low != null && !(value != null && value >= low)) return false;
            if (high != null && !(value != null && value < high)) return false;
            return words.every((word) => searchable(pair).includes(word));
        };
    }
}
