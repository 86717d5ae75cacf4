'use strict';

// Elements are made here alone: what comes from reports becomes text, never markup.

/**
 * An HTML element.
 * @param {string} name
 * @param {Object} attributes by name; a function listens to the event of that name, `true` is an attribute without value, and what
 *   is false or missing is left out.
 * @param {...(Node|string)} children those that are missing are left out.
 */
function element(name, attributes, ...children) {
    return filled(document.createElement(name), attributes, children);
}

/** The same in SVG. */
function drawn(name, attributes, ...children) {
    return filled(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
}

function filled(node, attributes, children) {
    for (const [name, value] of Object.entries(attributes ?? {})) {
        if (typeof value === 'function') node.addEventListener(name, value);
        else if (value === true) node.setAttribute(name, '');
        else if (value !== false && value != null) node.setAttribute(name, value);
    }
    node.append(...children.flat().filter((child) => child != null && child !== false));
    return node;
}

/** A number in the reader's way of writing thousands. */
function counted(number) {
    return number.toLocaleString('en-GB');
}

/** `1 report`, `2 reports`. */
function plural(number, word) {
    return `${counted(number)} ${word}${number === 1 ? '' : 's'}`;
}
