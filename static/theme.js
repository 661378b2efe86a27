// Before the first paint: a reader's own choice of light or dark, if the device lets us keep one.
try {
	const theme = localStorage.getItem('p38-theme');
	if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
	// Storage is blocked: the device's own setting stands.
}
