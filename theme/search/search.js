// Search: everything here is loaded when a reader first asks for it. The index is a call, so that it works from a folder on disk.
(root => {
  'use strict';
  // Words that say nothing about what is looked for.
  const empty = new Set('a an and are as at be but by can do does for from get has have how i if in into is it its me my not of on or so than that the then there this to use was we what when where which who why will with you your'.split(' '));
  // follow_pfn, FollowPfn and followpfn are one word, and each of its parts is one too.
  const raw = text => text.split(/[^\w\u00c0-\u024f]+/);
  const parts = word => word.replace(/_+/g, ' ').replace(/([a-z0-9])([A-Z])/g, '$1 $2').trim().toLowerCase().split(/ +/).filter(Boolean);
  const words = text => raw(text).flatMap(word => {
    const all = parts(word);
    return all.length > 1 ? [all.join(''), ...all] : all;
  });
  const telling = text => raw(text).flatMap(parts).filter(part => !empty.has(part));

  // How many letters must change to make one word of the other; more than two are too many.
  const distance = (one, other) => {
    if (Math.abs(one.length - other.length) > 2) return 3;
    let row = [...other].map((_, i) => i + 1);
    for (let i = 0; i < one.length; i++) {
      let [left, diagonal] = [i + 1, i];
      row = row.map((above, j) => {
        left = Math.min(left + 1, above + 1, diagonal + (one[i] === other[j] ? 0 : 1));
        diagonal = above;
        return left;
      });
    }
    return row.at(-1) ?? one.length;
  };
  // What is called what was typed comes first, letter for letter or nearly so.
  const likeness = (typed, name) => {
    const own = telling(name);
    if (!own.length) return 1;
    const [one, other] = [typed.join(''), own.join('')];
    if (one === other || [...typed].sort().join() === [...own].sort().join()) return 8;
    return distance(one, other) <= (one.length > 5 ? 2 : 1) ? 5 : 1;
  };

  const weights = { page: 2, section: 1.4, term: 2, claim: 1.4, type: 1.5, member: .8, name: 1.6, code: 2 };
  const open = index => {
    const engine = new MiniSearch({
      fields: ['title', 'keys', 'folder', 'text'],
      tokenize: words,
      processTerm: term => empty.has(term) ? null : term,
      searchOptions: {
        boost: { title: 5, keys: 4, folder: 4, text: 1 },
        prefix: term => term.length > 1,
        maxFuzzy: 2,
        weights: { fuzzy: .4, prefix: .6 },
        boostDocument: id => weights[index.kinds[index.entries[id][0]]] ?? 1,
      },
    });
    // Words of running text are known by page: "word page page ..." with numbers of entries, each told by its distance.
    const texts = [];
    for (const line of index.words.split('\n')) {
      const [word, ...steps] = line.split(' ');
      let at = 0;
      for (const step of steps) (texts[at += parseInt(step, 36)] ??= []).push(word);
    }
    // A member is found by its type's name too.
    const isMember = kind => index.kinds[kind] === 'member';
    const isPage = kind => index.kinds[kind] === 'page';
    // A page is called by its address too, a claim by its kind.
    const keys = ([kind, , place, more]) => (more ?? '') + (isPage(kind) ? ' ' + index.pages[place][0].replace(/^.*\/|\.html$/g, '') : index.kinds[kind] === 'claim' ? ' claim' : '');
    const full = ([kind, title, place]) => isMember(kind) ? index.pages[Array.isArray(place) ? place[0] : place][1] + '.' + title : title;
    engine.addAll(index.entries.map((one, id) => ({ id, title: full(one), keys: keys(one), folder: isPage(one[0]) ? index.pages[one[2]][0].replace(/[^/]*$/, '') : '', text: texts[id]?.join(' ') ?? '' })));
    // A page is called by its title and by its address, a member with its type or without, a term by each of its names, a claim or an error by what stands before its words.
    const names = id => {
      const [kind, title, place] = index.entries[id];
      if (isPage(kind)) return [title, index.pages[place][0].replace(/^.*\/|\.html$/g, '')];
      if (index.kinds[kind] === 'term') return title.split(', ');
      if (index.kinds[kind] === 'claim') return [title, 'claim ' + title.split(':')[0]];
      if (index.kinds[kind] === 'code') return [title.split(':')[0]];
      return isMember(kind) ? [title, full(index.entries[id])] : [title];
    };
    // A server that finds pages without their extensions is given none, as in the pages themselves.
    const address = route => index.bare ? route.replace(/(^|\/)index\.html$|\.html$/, '$1') || './' : route;
    const entry = ({ id }) => {
      const [kind, title, place] = index.entries[id];
      const [page, anchor] = Array.isArray(place) ? place : [place, isMember(kind) ? title : ''];
      return { kind: index.kinds[kind], title: full(index.entries[id]), href: address(index.pages[page][0]) + (anchor ? '#' + anchor : ''), page: index.pages[page][1] };
    };
    // Who asks a question wants an explanation, not a declaration.
    const asks = query => /^(how|what|when|where|which|who|why)\b|\?\s*$/i.test(query.trim());
    const explains = id => !['type', 'member'].includes(index.kinds[index.entries[id][0]]);
    // All words as they are typed; where few have them, also words that are nearly so, those that have all of them first.
    const find = query => {
      const [few, most] = [3, 12];
      const typed = telling(query);
      const count = new Set(words(query).filter(word => !empty.has(word))).size;
      const weight = id => Math.max(...names(id).map(name => likeness(typed, name))) * (asks(query) && explains(id) ? 4 : 1);
      const ranked = (results, above = () => 0) => results.map(one => ({ id: one.id, score: one.score * weight(one.id), above: above(one) }))
        .sort((one, other) => other.above - one.above || other.score - one.score);
      const found = ranked(engine.search(query, { combineWith: 'AND' }));
      if (found.length < few) {
        const known = new Set(found.map(one => one.id));
        const near = engine.search(query, { fuzzy: term => term.length > 3 ? .26 : false }).filter(one => !known.has(one.id));
        found.push(...ranked(near, one => +(one.queryTerms.length === count)));
      }
      return found.slice(0, most).map(entry);
    };
    return { find };
  };
  root.docsiteSearch = open;
})(globalThis);
