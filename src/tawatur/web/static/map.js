/* Maps of the rows of tables: circles on the shapes of countries (Natural Earth), each as large as its count. What a circle tells is the
   text of its row. See `map` in macros.html for what the table carries. Shapes in more detail are fetched when one looks closely. */
(() => {
  "use strict";
  const CLOSE = 5, FARTHEST = 1, CLOSEST = 10, FIRST = 6;
  const LEAST_PX = 5, LARGEST_PX = 30, STEP_PX = 2.2, SPREAD_PX = 11, ANTARCTICA = "010", GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
  const language = document.documentElement.lang;
  const regions = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;

  /** The name of a country in the language of the page; its id is its number in ISO 3166-1. */
  function named(country) {
    try {
      return regions.of(new Intl.Locale("und-" + country.id).region) || "";
    } catch {
      return "";
    }
  }

  const element = (tag, text, attributes = {}) => {
    const made = document.createElement(tag);
    made.textContent = text;
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };

  /** The rows of a table that have a place on earth, the largest first, so that small circles lie on top. */
  function read(table) {
    return [...table.tBodies[0].rows].filter(row => row.dataset.lat && row.dataset.lon).map(row => ({
      row, at: L.latLng(Number(row.dataset.lat), Number(row.dataset.lon)), count: Number(row.dataset.count || 1),
    })).sort((one, other) => other.count - one.count);
  }

  /** Points of one place stand around it like the seeds of a sunflower, in the order of the table, at every zoom alike. */
  function number(points) {
    const met = new Map();
    for (const point of points) {
      const key = point.at.toString();
      point.turn = met.get(key) || 0;
      met.set(key, point.turn + 1);
    }
  }

  function spread(map, point) {
    if (!point.turn) return point.at;
    const angle = point.turn * GOLDEN_ANGLE, far = SPREAD_PX * Math.sqrt(point.turn);
    return map.unproject(map.project(point.at).add([far * Math.cos(angle), far * Math.sin(angle)]));
  }

  /** Areas are as counts; where the most at one place would be too large, all are drawn smaller. */
  function radius(count, most) {
    const px = Math.min(2.2, (LARGEST_PX - LEAST_PX) / Math.sqrt(Math.max(most - 1, 1)));
    return LEAST_PX + px * Math.sqrt(Math.max(count - 1, 0));
  }

  /** What the row says: its first cell, with its link, then the other cells under their headings. */
  function told(row) {
    const box = element("div", "", { dir: document.documentElement.dir });
    const [first, ...others] = row.cells, heads = [...row.closest("table").tHead.rows[0].cells];
    const link = first.querySelector("a");
    const name = link ? element("a", link.textContent, { href: link.href, dir: "auto" }) : element("strong", first.textContent, { dir: "auto" });
    const facts = element("dl", "");
    for (const cell of others) {
      const line = element("div", ""), text = (cell.dataset.said || cell.textContent).trim();
      line.append(element("dt", heads[cell.cellIndex].textContent.trim()), element("dd", text, { dir: "auto" }));
      if (text) facts.append(line);
    }
    if (row.dataset.precision) facts.append(element("p", row.dataset.precision, { dir: "auto" }));
    box.append(name, facts);
    return box;
  }

  function circles(map, points) {
    number(points);
    const most = Math.max(...points.map(point => point.count));
    for (const point of points) {
      const name = point.row.cells[0].textContent.trim();
      point.circle = L.circleMarker(spread(map, point), {
        radius: radius(point.count, most), className: point.row.dataset.precision ? "point wide" : "point", bubblingMouseEvents: false,
      }).bindPopup(() => told(point.row), { maxWidth: 280 }).addTo(map);
      const shape = point.circle.getElement();
      for (const [key, value] of Object.entries({ role: "button", tabindex: "-1", "aria-label": point.count > 1 ? `${name} (${point.count})` : name })) {
        shape.setAttribute(key, value);
      }
    }
    map.on("zoomend", () => points.forEach(point => point.circle.setLatLng(spread(map, point))));
    walk(points.map(point => point.circle));
  }

  /** One circle is in the order of tabs; arrows go on to the others, Enter opens. */
  function walk(all) {
    const shapes = all.map(circle => circle.getElement());
    shapes[0].setAttribute("tabindex", "0");
    shapes.forEach((shape, here) => shape.addEventListener("keydown", event => {
      const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (event.key === "Enter" || event.key === " ") all[here].openPopup();
      else if (by && shapes[here + by]) {
        shape.setAttribute("tabindex", "-1");
        shapes[here + by].setAttribute("tabindex", "0");
        shapes[here + by].focus();
      } else return;
      event.preventDefault();
      event.stopPropagation();
    }));
  }

  /** The outline that holds most of a country, for its name to stand in. */
  function home(layer) {
    const rings = layer.getLatLngs().map(ring => (Array.isArray(ring[0]) ? ring[0] : ring));
    const boxes = rings.map(ring => L.latLngBounds(ring));
    const size = box => (box.getEast() - box.getWest()) * (box.getNorth() - box.getSouth());
    return boxes.reduce((one, other) => (size(other) > size(one) ? other : one));
  }

  /** An outline that crosses the line of dates goes on beyond 180 degrees, instead of back across the whole map. */
  function unwrapped(ring) {
    let turn = 0;
    return ring.map(([longitude, latitude], at) => {
      const step = at ? longitude - ring[at - 1][0] : 0;
      if (Math.abs(step) > 180) turn -= Math.sign(step) * 360;
      return [longitude + turn, latitude];
    });
  }

  function features(topology) {
    const all = topojson.feature(topology, topology.objects.countries).features.filter(country => country.id !== ANTARCTICA);
    for (const { geometry } of all) {
      const isOne = geometry.type === "Polygon";
      const polygons = (isOne ? [geometry.coordinates] : geometry.coordinates).map(polygon => polygon.map(unwrapped));
      geometry.coordinates = isOne ? polygons[0] : polygons;
    }
    return all;
  }

  function countries(map, topology) {
    const pane = L.layerGroup().addTo(map), names = [];
    L.geoJSON(features(topology), {
      interactive: false, style: { className: "land" },
      onEachFeature: (country, layer) => names.push({ text: named(country), box: home(layer) }),
    }).addTo(pane).bringToBack();
    for (const name of names.filter(one => one.text)) {
      const icon = L.divIcon({ className: "country", html: element("span", name.text), iconSize: [0, 0] });
      name.marker = L.marker(name.box.getCenter(), { icon, interactive: false, keyboard: false });
    }
    const label = () => {
      for (const { text, box, marker } of names) {
        if (!marker) continue;
        const wide = map.project(box.getNorthEast()).x - map.project(box.getSouthWest()).x;
        if (wide > text.length * 7) marker.addTo(pane); else marker.remove();
      }
    };
    map.on("zoomend", label);
    label();
    return () => { map.off("zoomend", label); pane.remove(); };
  }

  async function shapes(map, address) {
    const answer = await fetch(address);
    return answer.ok ? countries(map, await answer.json()) : () => {};
  }

  async function draw(box) {
    const points = read(document.getElementById(box.dataset.table));
    if (!points.length) return;
    box.hidden = false;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", box.dataset.label);
    const map = L.map(box, {
      zoomControl: false, minZoom: FARTHEST, maxZoom: CLOSEST, scrollWheelZoom: false, worldCopyJump: true,
      zoomAnimation: !isStill, fadeAnimation: !isStill, markerZoomAnimation: !isStill,
    });
    map.attributionControl.setPrefix(false).addAttribution("Natural Earth");
    L.control.zoom({ zoomInTitle: box.dataset.zoomIn, zoomOutTitle: box.dataset.zoomOut }).addTo(map);
    map.fitBounds(L.latLngBounds(points.map(point => point.at)), { padding: [40, 40], maxZoom: FIRST });
    circles(map, points);
    let remove = await shapes(map, box.dataset.shapes);
    const closer = async () => {
      if (map.getZoom() < CLOSE) return;
      map.off("zoomend", closer);
      const old = remove;
      remove = await shapes(map, box.dataset.shapesNear);
      old();
    };
    map.on("zoomend", closer);
    closer();
  }

  for (const box of document.querySelectorAll(".map[data-table]")) draw(box);
})();
