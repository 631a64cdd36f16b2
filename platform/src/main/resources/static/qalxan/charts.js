// Draws every <figure class="chart" data-chart data-source> with ECharts from our own JSON form.

const lang = document.documentElement.lang;
const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** light-dark() values are resolved by the browser on an element that uses them. */
const colour = (name) => {
  const probe = document.createElement("span");
  probe.className = `probe-${name}`;
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
};

const number = (value) => {
  if (value === null || value === undefined) return "";
  const group = lang === "az" ? "\u202f" : ",";
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, group);
};

/** How wide the widest of the labels is in the page's font, in CSS pixels. */
const widest = (labels) => {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `12px ${token("--font")}`;
  return Math.ceil(Math.max(0, ...labels.map((label) => pen.measureText(label).width)));
};

const short = (text, length) => (text.length > length ? `${text.slice(0, length - 1)}…` : text);

function base() {
  return {
    animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    animationDuration: 250,
    textStyle: { fontFamily: token("--font"), color: colour("text") },
    tooltip: {
      renderMode: "richText", confine: true, backgroundColor: colour("paper"), borderColor: colour("line"),
      textStyle: { color: colour("text") },
    },
    aria: { enabled: true },
  };
}

function bar(data) {
  const cells = data.categories.map((category, i) => ({ label: category.label, value: data.series[0].values[i] }))
    .reverse();
  const labels = cells.map((cell) => short(cell.label, 34));
  return {
    ...base(),
    grid: { left: widest(labels) + 20, right: 64, top: 8, bottom: 8 },
    xAxis: { type: "value", min: 0, splitLine: { lineStyle: { color: colour("line") } }, axisLabel: { show: false } },
    yAxis: { type: "category", data: labels, axisTick: { show: false },
      axisLine: { lineStyle: { color: colour("line") } }, axisLabel: { color: colour("text") } },
    series: [{
      type: "bar", barMaxWidth: 22, itemStyle: { color: colour("petrol"), borderRadius: [0, 3, 3, 0] },
      data: cells.map((cell) => cell.value ?? 0),
      label: { show: true, position: "right", color: colour("text"),
        formatter: (p) => (cells[p.dataIndex].value === null ? data.suppressed : number(p.value)) },
    }],
    tooltip: { ...base().tooltip, formatter: (p) => `${cells[p.dataIndex].label}: ${
      cells[p.dataIndex].value === null ? data.suppressed : number(p.value)}` },
  };
}

function line(data) {
  const values = data.series[0].values;
  const largest = number(Math.max(0, ...values.map((value) => value ?? 0)));
  return {
    ...base(),
    grid: { left: widest([largest]) + 24, right: 24, top: 16, bottom: 28 },
    xAxis: { type: "category", data: data.categories.map((category) => category.label.replace(/ \d{4}$/, "")), boundaryGap: false,
      axisLine: { lineStyle: { color: colour("line") } }, axisLabel: { color: colour("text-soft"), hideOverlap: true } },
    yAxis: { type: "value", min: 0, minInterval: 1, splitLine: { lineStyle: { color: colour("line") } },
      axisLabel: { color: colour("text-soft"), formatter: number } },
    series: [{ type: "line", data: values, symbolSize: 5, connectNulls: false, lineStyle: { color: colour("petrol"), width: 2 },
      itemStyle: { color: colour("petrol") }, areaStyle: { color: colour("petrol"), opacity: 0.08 },
      showSymbol: values.length < 40 }],
    tooltip: { ...base().tooltip, trigger: "axis",
      formatter: ([p]) => `${p.name}: ${p.value === null || p.value === undefined ? data.suppressed : number(p.value)}` },
  };
}

function map(data, geometry) {
  echarts.registerMap("country", geometry);
  const values = data.categories.map((category, i) => ({ name: category.key, label: category.label, value: data.series[0].values[i] }));
  const largest = Math.max(1, ...values.map((one) => one.value ?? 0));
  const known = Object.fromEntries(values.map((one) => [one.name, one]));
  const described = (name) => {
    const one = known[name];
    return one ? `${one.label}: ${one.value === null ? data.suppressed : number(one.value)}` : name;
  };
  return {
    ...base(),
    visualMap: { min: 0, max: largest, orient: "horizontal", left: 0, bottom: 0, itemHeight: 90, itemWidth: 10,
      textStyle: { color: colour("text-soft") }, formatter: (v) => number(Math.round(v)),
      inRange: { color: [colour("petrol-soft"), colour("petrol")] } },
    series: [{ type: "map", map: "country", nameProperty: "code", aspectScale: 0.76, layoutCenter: ["50%", "47%"], layoutSize: "96%",
      data: values.map((one) => ({ name: one.name, value: one.value ?? 0 })),
      itemStyle: { borderColor: colour("paper"), borderWidth: 1.5, areaColor: colour("ground") },
      label: { show: true, fontSize: 11, formatter: (p) => { const one = known[p.name]; return one ? (one.value === null ? data.suppressed : number(one.value)) : ""; },
        color: colour("text"), textBorderColor: colour("paper"), textBorderWidth: 3 },
      emphasis: { label: { show: true }, itemStyle: { areaColor: colour("saffron-soft") } }, select: { disabled: true } }],
    tooltip: { ...base().tooltip, formatter: (p) => described(p.name) },
  };
}

async function draw(figure) {
  const area = figure.querySelector(".chart-area");
  if (!area) return;
  const data = await (await fetch(figure.dataset.source)).json();
  const geometry = figure.dataset.geometry ? await (await fetch(figure.dataset.geometry)).json() : null;
  if (figure.dataset.chart === "bar") area.style.height = `${Math.max(160, data.categories.length * 30 + 30)}px`;
  const chart = echarts.init(area, null, { renderer: "canvas" });
  const option = () => (geometry ? map(data, geometry) : figure.dataset.chart === "line" ? line(data) : bar(data));
  chart.setOption(option());
  area.setAttribute("role", "img");
  area.setAttribute("aria-label", data.title);
  new ResizeObserver(() => chart.resize()).observe(area);
  const redraw = () => chart.setOption(option(), true);
  document.addEventListener("qalxan:theme", redraw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  figure.querySelector("[data-chart-png]")?.addEventListener("click", () => save(chart, data.title));
  figure.dataset.drawn = "true";
}

function save(chart, title) {
  const link = document.createElement("a");
  link.href = chart.getDataURL({ pixelRatio: 2, backgroundColor: colour("paper") });
  link.download = `${title}.png`;
  link.click();
}

document.querySelectorAll("figure.chart[data-source]").forEach((figure) => {
  draw(figure).catch(() => figure.querySelector("details")?.setAttribute("open", ""));
});
