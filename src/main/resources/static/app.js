// Extras only: every page works without this file.
(() => {
	'use strict';
	const self = document.currentScript;
	const $ = (selector, root = document) => root.querySelector(selector);
	const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

	// htmx is fetched when the reader first touches something that uses it: most visits never pay for it.
	const live = '[hx-get],[hx-post]';
	let asked = false;
	const wake = () => {
		if (asked) return;
		asked = true;
		const script = document.createElement('script');
		script.src = self.dataset.htmx;
		script.nonce = self.nonce;
		// what was typed while it was on its way is not lost
		let typed;
		addEventListener('input', (event) => { typed = event.target; });
		script.onload = () => typed?.dispatchEvent(new Event('input', { bubbles: true }));
		document.head.append(script);
	};
	['focusin', 'pointerover'].forEach((kind) => addEventListener(kind, (event) => {
		if (event.target.closest?.(live)) wake();
	}));
	// htmx waits for an event that is over unless the page is complete when it comes
	addEventListener('load', () => { if ($('[hx-trigger*=load],[hx-trigger*=every]') || document.activeElement?.closest(live)) wake(); });

	addEventListener('htmx:configRequest', (event) => {
		const header = $('meta[name=_csrf_header]');
		if (header && event.detail.verb !== 'get') event.detail.headers[header.content] = $('meta[name=_csrf]').content;
	});
	const failed = (event) => {
		const place = $('#live');
		const paragraph = document.createElement('p');
		paragraph.className = 'notice bad';
		paragraph.textContent = place.dataset.failed;
		place.replaceChildren(paragraph);
	};
	['htmx:responseError', 'htmx:sendError'].forEach((kind) => addEventListener(kind, failed));
	addEventListener('htmx:afterSwap', () => { $('#live').replaceChildren(); labelCells(); });

	// On a phone a row is a card: each cell tells its column.
	const labelCells = () => $$('.table-cards').forEach((table) => {
		const heads = $$('thead tr:last-child > *', table).map((head) => (head.firstElementChild?.firstElementChild ?? head).textContent.trim());
		$$('td:not([data-label])', table).forEach((cell) => { if (heads[cell.cellIndex]) cell.dataset.label = heads[cell.cellIndex]; });
	});
	labelCells();

	// The error summary names its fields in their order on the page and takes the focus.
	const errors = $('#errors');
	if (errors) {
		$$('a[href^="#"]', errors).map((link) => [link, document.getElementById(link.hash.slice(1))]).filter(([, field]) => field)
			.sort(([, one], [, other]) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
			.forEach(([link, field]) => {
				const label = field.labels?.[0] ?? $('legend', field);
				if (label) link.prepend(($('span', label) ?? label).textContent.trim(), ': ');
				link.closest('ul').append(link.closest('li'));
			});
		errors.focus();
	}

	// Leaving a form with unsaved changes asks first.
	let changed = false;
	$$('form[data-guard]').forEach((form) => {
		form.addEventListener('input', () => { changed = true; });
		form.addEventListener('submit', () => { changed = false; });
		if (errors && form.contains(errors)) changed = true;
	});
	addEventListener('beforeunload', (event) => { if (changed) event.preventDefault(); });

	// A second press of a button must not send a form twice.
	addEventListener('submit', (event) => {
		if (event.target.method !== 'post' || event.defaultPrevented) return;
		if (event.target.dataset.sent) event.preventDefault();
		event.target.dataset.sent = 'yes';
		setTimeout(() => { delete event.target.dataset.sent; }, 5000);
	});
	addEventListener('pageshow', () => $$('form[data-sent]').forEach((form) => { delete form.dataset.sent; }));

	$$('[data-show]').forEach((box) => {
		box.parentElement.hidden = false;
		box.addEventListener('change', () => { document.getElementById(box.dataset.show).type = box.checked ? 'text' : 'password'; });
	});
	$$('[data-print]').forEach((button) => {
		button.hidden = false;
		button.addEventListener('click', () => print());
	});
	addEventListener('beforeprint', () => {
		const now = $('[data-now]');
		if (now) now.textContent = new Date().toLocaleString(document.documentElement.lang, { dateStyle: 'short', timeStyle: 'short' });
	});

	// Menus close by Escape and by a click elsewhere.
	const menus = '.person[open],.asof[open]';
	addEventListener('click', (event) => $$(menus).forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; }));

	// Single keys, never inside inputs; the choice is kept in this browser.
	const box = $('#keys');
	if (!box) return;
	box.parentElement.hidden = false;
	box.checked = localStorage.getItem('keys') !== 'off';
	box.addEventListener('change', () => localStorage.setItem('keys', box.checked ? 'on' : 'off'));
	const places = { h: '/', c: '/units', d: '/members', t: '/statistics/gender', g: '/pledges' };
	let prefix = 0;
	addEventListener('keydown', (event) => {
		if (event.key === 'Escape') {
			$$(menus).forEach((menu) => { menu.open = false; $('summary', menu).focus(); });
		}
		if (!box.checked || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
		if (event.target.closest('input,select,textarea,[contenteditable]')) return;
		const second = Date.now() - prefix < 1500;
		prefix = 0;
		const place = second && places[event.key];
		const link = place && $$('#nav a').find((item) => item.pathname === place);
		if (link) {
			link.click();
		} else if (event.key === 'g') {
			prefix = Date.now();
		} else if (event.key === '/' && $('.search input')) {
			event.preventDefault();
			$('.search input').focus();
		} else if (event.key === '?') {
			$('#help').open = true;
			$('#help summary').focus();
		}
	});
})();
