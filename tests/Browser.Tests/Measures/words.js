// The words of the page, in order.
() => document.querySelector('main').textContent.split(/\s+/).filter(word => word.length > 0)
