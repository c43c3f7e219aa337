// A box to sign in. What is drawn is written as lines into the field it names, in the box's own measure, once the
// pen is lifted; a short tap is a dot.

const LONGEST = 60000; // characters of a drawing
const WIDTH = 3;

let pen = null; // the box under the pen, and where the pen is on its way

function place(box, event) {
  const edge = box.getBoundingClientRect();
  const across = Math.round(((event.clientX - edge.left) / edge.width) * box.width);
  const down = Math.round(((event.clientY - edge.top) / edge.height) * box.height);
  return [across, down];
}

function field(box) {
  return document.getElementById(box.dataset.draw);
}

function line(box, [fromX, fromY], [toX, toY]) {
  const drawing = box.getContext("2d");
  drawing.strokeStyle = getComputedStyle(box).color;
  drawing.lineWidth = WIDTH;
  drawing.lineCap = "round";
  drawing.beginPath();
  drawing.moveTo(fromX, fromY);
  drawing.lineTo(toX, toY);
  drawing.stroke();
}

function put(event) {
  const box = event.target.closest?.("canvas[data-draw]");
  if (!box || !field(box) || event.button > 0) return;
  event.preventDefault();
  box.setPointerCapture(event.pointerId);
  const at = place(box, event);
  line(box, at, at);
  pen = { box, at, path: `M${at} L${at}` };
}

function move(event) {
  if (!pen || pen.path.length > LONGEST) return;
  const at = place(pen.box, event);
  if (`${at}` === `${pen.at}`) return;
  line(pen.box, pen.at, at);
  pen.path += ` L${at}`;
  pen.at = at;
}

function lift() {
  if (!pen) return;
  const { box, path } = pen;
  pen = null;
  const kept = field(box);
  const whole = kept ? `${kept.value} ${path}`.trim() : "";
  if (!kept || whole.length > LONGEST) return;
  kept.value = whole;
  kept.dispatchEvent(new Event("input", { bubbles: true }));
}

export function watchDrawing() {
  document.addEventListener("pointerdown", put);
  document.addEventListener("pointermove", move);
  for (const kind of ["pointerup", "pointercancel"]) document.addEventListener(kind, lift);
}
