// Puts the page together.

makeThemeChoice();

let view = null;
const table = new ReportTable(document.getElementById('page-table'), (pair, isAsked) => view.open(pair, isAsked));
view = new PairView(table);
const showFilter = connectPlots(table.filter);
table.onfilter = () => {
    showFilter();
    if (view.pair) view.refresh();
};

/** The pair that the page's address names; the open one where several have its id. */
function addressedPair() {
    let id;
    try {
        id = decodeURIComponent(location.hash.slice(1));
    } catch {
        return null;
    }
    if (id === '' || view.pair?.id === id) return null;
    return pairs.find((pair) => pair.id === id);
}

addEventListener('hashchange', () => {
    const pair = addressedPair();
    if (pair) view.open(pair, true);
});

if (pairs.length > 0) {
    const addressed = addressedPair();
    view.open(addressed ?? table.shown[0], addressed != null);
}
document.documentElement.dataset.ready = 'true';
