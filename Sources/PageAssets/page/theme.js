// Light, dark, or as the system has it.

function makeThemeChoice() {
    const choice = element('select', {
        id: 'page-theme-choice',
        change: () => {
            document.documentElement.dataset.theme = choice.value;
        },
    }, element('option', { value: 'auto' }, 'as the system'), element('option', { value: 'light' }, 'light'),
    element('option', { value: 'dark' }, 'dark'));
    document.getElementById('page-theme').append(element('label', { for: 'page-theme-choice' }, 'Colours'), choice);
}
