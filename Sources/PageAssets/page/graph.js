// Both graphs laid over one another: what modifies a finding on its left, where it lies on its right, what it suggests along the left edge;
// what is denied stands below. What only one report states differs by shape, line and word, and not by colour alone.

const layout = {
    width: 1000, top: 34,
    modifiers: { right: 262 },
    findings: { left: 380, width: 270 },
    sites: { left: 760, width: 236 },
    gap: 16, pillGap: 6, line: 18, letterWidth: 7.1,
};

const sourceWords = { both: 'in both', reference: 'only in the reference', candidate: 'only in the candidate' };

/** A compared finding with all its members, of which the page leaves out those that say nothing. */
function comparedFinding({ both, reference, candidate, implied, denied, parts, suggests }) {
    return {
        reference: both ?? reference ?? null, candidate: both ?? candidate ?? null,
        implied: implied ?? false, denied: denied ?? false, parts: parts ?? [], suggests: suggests ?? [],
    };
}

/** What a compared finding is to the two reports: `both`, `reference` (left out), `candidate` (invented) or `implied`. */
function roleOf(finding) {
    if (finding.reference && finding.candidate) return 'both';
    if (finding.implied) return 'implied';
    return finding.reference ? 'reference' : 'candidate';
}

function isDenied(finding) {
    return (finding.reference ?? finding.candidate)[1] === 'absent';
}

/** The names of a finding: one, or two where the reports name it differently. */
function namesOf(finding) {
    return [...new Set([finding.reference, finding.candidate].filter(Boolean).map(([name]) => name))];
}

/** Words of a status that is not the plain one, of both reports where they differ. */
function statusLine(finding) {
    const statuses = [finding.reference, finding.candidate].filter(Boolean).map(([, status]) => status);
    const plain = isDenied(finding) ? 'absent' : 'present';
    const differ = new Set(statuses).size > 1;
    if (!differ && statuses[0] === plain) return null;
    if (!differ) return statusWords[statuses[0]];
    const side = statuses[0] === plain ? 'candidate' : 'reference';
    return `${statusWords[side === 'reference' ? statuses[0] : statuses[1]]} in the ${side} only`;
}

function roleLine(finding, role) {
    switch (role) {
    case 'reference': return finding.denied ? 'left out: the candidate denies it' : 'left out';
    case 'candidate': return finding.denied ? 'invented: the reference denies it' : 'invented';
    case 'implied': return `follows from what the ${finding.reference ? 'candidate' : 'reference'} says`;
    default: return null;
    }
}

const oneSided = { reference: 'reference only', candidate: 'candidate only' };

/** A text in lines of so many letters at the most, as far as its words allow. */
function wrapped(text, most) {
    const lines = [];
    for (const word of text.split(' ')) {
        const last = lines.length - 1;
        if (last >= 0 && lines[last].length + 1 + word.length <= most) lines[last] += ` ${word}`;
        else lines.push(word);
    }
    return lines;
}

function partName([kind, name]) {
    if (kind === 'count') return name === 'multiple' ? name : `× ${name}`;
    return name;
}

/** The outline of a node: what one report invents has cut corners. */
function outline(role, x, y, width, height, radius = 8) {
    const shape = { x, y, width, height, rx: radius, class: 'outline' };
    if (role !== 'candidate') return drawn('rect', shape);
    const cut = Math.min(radius + 2, height / 2);
    return drawn('polygon', {
        class: 'outline',
        points: [[x + cut, y], [x + width - cut, y], [x + width, y + cut], [x + width, y + height - cut], [x + width - cut, y + height],
            [x + cut, y + height], [x, y + height - cut], [x, y + cut]].map((point) => point.join(',')).join(' '),
    });
}

function node(kind, role, x, y, width, lines, note) {
    const height = 14 + lines.length * layout.line + (note ? 15 : 0);
    const group = drawn('g', { class: `node ${kind} ${role}` }, outline(role, x, y, width, height));
    lines.forEach((line, number) => group.append(drawn('text', { x: x + width / 2, y: y + 20 + number * layout.line, 'text-anchor': 'middle' }, line)));
    if (note) {
        group.append(drawn('text', { class: 'note', x: x + width / 2, y: y + 18 + lines.length * layout.line, 'text-anchor': 'middle' }, note));
    }
    return { group, height };
}

function edge(source, from, to, label) {
    const middle = (from.x + to.x) / 2;
    const path = drawn('path', { class: `edge ${source}`, d: `M${from.x},${from.y} C${middle},${from.y} ${middle},${to.y} ${to.x},${to.y}` });
    return label ? [path, label] : [path];
}

/** A modifier: a pill that ends at the right end of its column. */
function pill(part, y) {
    const [kind, , source] = part;
    const text = partName(part);
    const width = Math.max(44, text.length * layout.letterWidth + 22 + { both: 0, reference: 14, candidate: 26 }[source]);
    const x = layout.modifiers.right - width;
    const sign = { both: '', reference: '− ', candidate: '+ ' }[source];
    return {
        middle: y + 12,
        group: drawn('g', { class: `node modifier ${kind} ${source}` }, outline(source, x, y, width, 24, 12),
            drawn('text', { x: x + width / 2, y: y + 16.5, 'text-anchor': 'middle' }, sign + text)),
    };
}

const locatedKinds = ['site', 'tip'];

/** What is not denied, each with its number, and what a finding suggests right below it. */
function inDrawingOrder(graph) {
    const order = [];
    const add = (number) => {
        const finding = graph[number];
        if (isDenied(finding) || order.some((placed) => placed.number === number)) return;
        order.push({ finding, number });
        finding.suggests.forEach(([disease]) => add(disease));
    };
    // What nothing suggests begins.
    const suggested = new Set(graph.flatMap((finding) => finding.suggests.map(([disease]) => disease)));
    graph.forEach((_, number) => suggested.has(number) || add(number));
    graph.forEach((_, number) => add(number));
    return order;
}

function graphDrawing(graph) {
    const edges = drawn('g', {});
    const nodes = drawn('g', {});
    const stated = inDrawingOrder(graph);
    const denied = graph.filter(isDenied);
    const middles = new Map();
    const sites = new Map();
    let y = layout.top;
    for (const { finding, number } of stated) {
        const role = roleOf(finding);
        const names = namesOf(finding);
        const lines = names.flatMap((name, number) => wrapped((names.length > 1 ? ['− ', '+ '][number] : '') + name, 29));
        const notes = [statusLine(finding), roleLine(finding, role)].filter(Boolean).join(', ');
        const modifiers = finding.parts.filter(([kind]) => !locatedKinds.includes(kind));
        const pillsHeight = modifiers.length * (24 + layout.pillGap) - layout.pillGap;
        const { group, height } = node('finding', role, layout.findings.left, 0, layout.findings.width, lines, notes);
        const size = Math.max(height, pillsHeight);
        const middle = y + size / 2;
        group.setAttribute('transform', `translate(0 ${middle - height / 2})`);
        nodes.append(group);
        middles.set(number, middle);
        modifiers.forEach((part, place) => {
            const { group: pillGroup, middle: start } = pill(part, middle - pillsHeight / 2 + place * (24 + layout.pillGap));
            nodes.append(pillGroup);
            edges.append(...edge(part[2], { x: layout.modifiers.right, y: start }, { x: layout.findings.left, y: middle }));
        });
        for (const part of finding.parts.filter(([kind]) => locatedKinds.includes(kind))) {
            const site = sites.get(part[1]) ?? { name: part[1], ends: [] };
            site.ends.push({ middle, source: part[2] });
            sites.set(part[1], site);
        }
        y += size + layout.gap;
    }
    let bottom = y;
    let free = layout.top;
    const ordered = [...sites.values()].map((site) => ({ ...site, middle: site.ends.reduce((sum, end) => sum + end.middle, 0) / site.ends.length }))
        .sort((one, other) => one.middle - other.middle);
    for (const site of ordered) {
        const lines = wrapped(site.name, 29);
        const height = 14 + lines.length * layout.line;
        const top = Math.max(free, site.middle - height / 2);
        const sources = new Set(site.ends.map((end) => end.source));
        const role = sources.size === 1 ? [...sources][0] : 'both';
        const sign = { both: '', reference: '− ', candidate: '+ ' }[role];
        nodes.append(node('site', role, layout.sites.left, top, layout.sites.width, [sign + lines[0], ...lines.slice(1)]).group);
        for (const end of site.ends) {
            edges.append(...edge(end.source, { x: layout.findings.left + layout.findings.width, y: end.middle },
                { x: layout.sites.left, y: top + height / 2 }));
        }
        free = top + height + 10;
        bottom = Math.max(bottom, free);
    }
    for (const { finding, number } of stated) {
        for (const [disease, source] of finding.suggests) {
            if (middles.has(disease)) edges.append(...suggestionEdge(middles.get(number), middles.get(disease), source));
        }
    }
    const heads = stated.length === 0 ? [] : [
        ['how it is', layout.modifiers.right, 'end'], ['finding', layout.findings.left + layout.findings.width / 2, 'middle'],
        ['where it lies', layout.sites.left, 'start'],
    ].map(([title, x, anchor]) => drawn('text', { class: 'column', x, y: 16, 'text-anchor': anchor }, title));
    const below = deniedNodes(denied, stated.length === 0 ? 0 : bottom + 4);
    const height = Math.ceil(below.bottom);
    return drawn('svg', { class: 'graph', viewBox: `0 0 ${layout.width} ${height}`, role: 'img', 'aria-labelledby': 'page-graph-title' },
        drawn('title', {}, 'Both graphs; the list below says the same in words'), heads, edges, nodes, below.group);
}

/** From a finding to the disease that it suggests, an arrow around the left of the column. */
function suggestionEdge(from, to, source) {
    const x = layout.findings.left;
    const out = x - Math.min(30 + Math.abs(to - from) / 8, 90);
    return [
        drawn('path', { class: `edge suggests ${source}`, d: `M${x},${from} C${out},${from} ${out},${to} ${x - 9},${to}` }),
        drawn('path', { class: `arrow ${source}`, d: `M${x - 1},${to} l-10,-5 l0,10 z` }),
        // A curve of this kind goes three quarters of the way to its controls.
        drawn('text', { class: 'relation', x: x - 0.75 * (x - out) - 7, y: (from + to) / 2 + 4, 'text-anchor': 'end' }, 'suggests'),
    ];
}

/** What is denied, in rows. */
function deniedNodes(denied, top) {
    const group = drawn('g', {});
    if (denied.length === 0) return { group, bottom: top };
    const title = denied.some((finding) => oneSided[roleOf(finding)]) ? 'denied; by one report only it is no error, unless the other states the finding' : 'denied';
    group.append(drawn('text', { class: 'column', x: 4, y: top + 16 }, title));
    let [x, y, tallest] = [4, top + 28, 0];
    for (const finding of denied) {
        const role = roleOf(finding);
        const parts = finding.parts.map(partName);
        const text = `no ${namesOf(finding).join(' / ')}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`;
        const note = oneSided[role] ?? null;
        const width = Math.max(text.length, (note ?? '').length) * layout.letterWidth + 30;
        if (x > 4 && x + width > layout.width - 4) [x, y, tallest] = [4, y + tallest + 10, 0];
        const most = Math.min(width, layout.width - 8);
        const { group: drawing, height } = node('denied', role, x, y, most, wrapped(text, 130), note);
        group.append(drawing);
        tallest = Math.max(tallest, height);
        x += most + 10;
    }
    return { group, bottom: y + tallest + 6 };
}

/** The drawing with its legend, and the same as a list. */
function graphFigure(graph) {
    if (graph.length === 0) return element('div', { class: 'graphs' }, element('h3', {}, 'Graph'), element('p', { class: 'note' }, 'No finding was read in either report.'));
    const legend = [
        ['both', 'in both reports'], ['reference', '− left out: only in the reference'], ['candidate', '+ invented: only in the candidate'],
        ['implied', 'in one, and follows from the other'],
    ].filter(([role]) => role !== 'implied' || graph.some((finding) => roleOf(finding) === role)).map(([role, meaning]) => element('li', {}, drawn('svg', { viewBox: '0 0 34 20', 'aria-hidden': 'true' },
        drawn('g', { class: `node finding ${role}` }, outline(role, 2, 2, 30, 16, 5))), meaning));
    return element('figure', { class: 'graphs' },
        element('figcaption', {}, element('h3', { id: 'page-graph-title' }, 'Both graphs, one over the other'),
            element('ul', { class: 'legend' }, legend)),
        element('div', { class: 'scroller', role: 'region', tabindex: '0', 'aria-label': 'Drawing of both graphs' }, graphDrawing(graph)),
        element('details', { class: 'in-words' }, element('summary', {}, 'The same in words'), element('ul', {}, graph.map((finding) => findingWords(finding, graph)))));
}

function findingWords(finding, graph) {
    const role = roleOf(finding);
    const source = role === 'implied' ? `${sourceWords[finding.reference ? 'reference' : 'candidate']}, follows from the other` : sourceWords[role];
    const said = [...finding.parts.map((part) => `${relationWords(part[0])}${partName(part)} (${sourceWords[part[2]]})`),
        ...finding.suggests.map(([number, from]) => `suggests ${namesOf(graph[number]).join(' / ')} (${sourceWords[from]})`)];
    return element('li', {}, element('strong', {}, `${isDenied(finding) ? 'no ' : ''}${namesOf(finding).join(' / ')}`),
        ` ${[source, isDenied(finding) ? null : statusLine(finding)].filter(Boolean).join(', ')}${said.length > 0 ? `: ${said.join('; ')}` : ''}`);
}

function relationWords(kind) {
    return kind === 'site' ? 'at ' : '';
}
