// The words of the page, in order.
() => [document.querySelector('main').textContent.trim().replaceAll(/\s+/g, ' ')]
