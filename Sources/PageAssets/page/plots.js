// Bars that filter the table: of each plot the keyboard reaches one, and arrows go to the others.

function connectPlots(filter) {
    const updates = [];
    for (const plot of document.querySelectorAll('.plot')) {
        const bins = [...plot.querySelectorAll('.bin')];
        const measure = plot.dataset.measure;
        const range = (bin) => [measure, bin.dataset.low, bin.dataset.high ?? ''];
        const svg = plot.querySelector('svg');
        svg.setAttribute('role', 'group');
        bins.forEach((bin, number) => {
            bin.setAttribute('role', 'button');
            bin.setAttribute('aria-label', `Show ${bin.querySelector('title').textContent}`);
            bin.setAttribute('tabindex', number === 0 ? '0' : '-1');
            bin.addEventListener('click', () => filter.toggleRange(...range(bin)));
        });
        svg.addEventListener('keydown', (event) => {
            const place = bins.indexOf(event.target);
            if (place < 0) return;
            if (event.key === 'Enter' || event.key === ' ') {
                event.preventDefault();
                filter.toggleRange(...range(bins[place]));
            }
            const next = bins[{ ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: bins.length - 1 }[event.key]];
            if (!next) return;
            event.preventDefault();
            bins.forEach((bin) => bin.setAttribute('tabindex', bin === next ? '0' : '-1'));
            next.focus();
        });
        updates.push(() => bins.forEach((bin) => bin.setAttribute('aria-pressed', filter.showsRange(...range(bin)))));
    }
    for (const row of document.querySelectorAll('.errors-by-kind tbody tr')) {
        const number = index.categories.findIndex(([name]) => name === row.dataset.category);
        const head = row.querySelector('th');
        const button = element('button', { type: 'button', class: 'link', click: () => filter.toggleCategory(number) }, head.textContent);
        head.replaceChildren(button);
        updates.push(() => button.setAttribute('aria-pressed', filter.showsCategory(number)));
    }
    const update = () => updates.forEach((call) => call());
    update();
    return update;
}
