// What a timer does, step by step, from the dose of an exercise. Pure.

const READY_SECONDS = 5;
const SWITCH_SECONDS = 8;

const whole = (value) => Math.min(Math.max(Math.round(Number(value) || 0), 0), 3600);

/**
 * Return the steps of a timer: [{kind, seconds, rep, reps, set, sets, side}].
 *
 * `kind` is "ready", "hold", "rest", "switch", "move" (keep going for minutes) or "count" (as many
 * times as `reps` says, at one's own pace: `seconds` is null and the person says when it is done).
 *
 * @param {object} timer hold_seconds, rest_seconds, repetitions, sets, sides; or minutes.
 */
export function timerSteps(timer) {
  const { minutes } = timer;
  const ready = { kind: "ready", seconds: READY_SECONDS };
  if (minutes) return [ready, { kind: "move", seconds: whole(minutes * 60) }];
  const hold = whole(timer.hold_seconds);
  const rest = whole(timer.rest_seconds);
  const reps = Math.min(whole(timer.repetitions) || 1, 100);
  const sets = Math.min(whole(timer.sets) || 1, 20);
  const sides = timer.sides?.length ? timer.sides : [null];
  const steps = [ready];
  for (let set = 1; set <= sets; set += 1) {
    for (const side of sides) {
      const at = { set, sets, side, reps };
      if (steps.length > 1) {
        const changes = side !== null && sides.length > 1;
        steps.push({
          ...at,
          kind: changes ? "switch" : "rest",
          seconds: Math.max(rest, changes ? SWITCH_SECONDS : 1),
        });
      }
      if (!hold) {
        steps.push({ ...at, kind: "count", seconds: null });
        continue;
      }
      for (let rep = 1; rep <= reps; rep += 1) {
        if (rep > 1 && rest) steps.push({ ...at, kind: "rest", seconds: rest, rep });
        steps.push({ ...at, kind: "hold", seconds: hold, rep });
      }
    }
  }
  return steps;
}
