// A part that keeps something about the page it watches forgets it when the page is drawn anew.

const forgetful = [];

export function startsAfresh(forget) {
  forgetful.push(forget);
}

export function beginAfresh() {
  forgetful.forEach((forget) => forget());
}
