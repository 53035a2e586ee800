// SPDX-License-Identifier: MIT
// Fits linear outputs to examples: softmax over some, an independent logistic for each of the others. Convex, started
// at zero, no chance involved: same input, same numbers. Method: L-BFGS (Nocedal 1980) with an L2 penalty.

const MEMORY = 6;
const TOLERANCE = 1e-5;

const dot = (a, b) => {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i] * b[i];
  return sum;
};
const addScaled = (target, factor, source) => {
  for (let i = 0; i < target.length; i += 1) target[i] += factor * source[i];
};

/** Softmax: loss, and slope by output into `sums`. */
function softmaxLoss(sums, label, weight) {
  const top = Math.max(...sums);
  let total = 0;
  for (const sum of sums) total += Math.exp(sum - top);
  const logTotal = Math.log(total) + top;
  const loss = weight * (logTotal - sums[label]);
  for (let k = 0; k < sums.length; k += 1) sums[k] = weight * (Math.exp(sums[k] - logTotal) - (k === label ? 1 : 0));
  return loss;
}

/** Independent logistic outputs; `label` is a bit mask. */
function logisticLoss(sums, label, weight) {
  let loss = 0;
  for (let k = 0; k < sums.length; k += 1) {
    const yes = (label >> k) & 1;
    const sum = sums[k];
    loss += weight * (Math.max(sum, 0) - sum * yes + Math.log1p(Math.exp(-Math.abs(sum))));
    sums[k] = weight * (1 / (1 + Math.exp(-sum)) - yes);
  }
  return loss;
}

/**
 * @param {{rows: Int32Array[], labels: number[], weights: number[], outputCount: number, penalties: Float64Array,
 *   steps: number, independent: boolean, allowed?: Uint8Array}} task  penalties by feature; feature 0 is the bias, which has none; a label is
 *   an output, or with `independent` a bit mask of outputs; weights that are not `allowed` stay zero
 * @returns {Float64Array} weights by feature, then output
 */
export function fit(task) {
  const { rows, labels, weights, outputCount, penalties, allowed } = task;
  const size = penalties.length * outputCount;
  const lossOf = task.independent ? logisticLoss : softmaxLoss;
  const sums = new Array(outputCount).fill(0);
  const evaluate = (point, slope) => {
    let loss = 0;
    for (let feature = 0, j = 0; feature < penalties.length; feature += 1) {
      const pull = penalties[feature];
      for (let k = 0; k < outputCount; k += 1, j += 1) {
        slope[j] = pull * point[j];
        loss += 0.5 * pull * point[j] * point[j];
      }
    }
    for (let r = 0; r < rows.length; r += 1) {
      const row = rows[r];
      sums.fill(0);
      for (let t = 0; t < row.length; t += 1) {
        const base = row[t] * outputCount;
        for (let k = 0; k < outputCount; k += 1) sums[k] += point[base + k];
      }
      loss += lossOf(sums, labels[r], weights[r]);
      for (let t = 0; t < row.length; t += 1) {
        const base = row[t] * outputCount;
        for (let k = 0; k < outputCount; k += 1) slope[base + k] += sums[k];
      }
    }
    if (allowed) for (let j = 0; j < size; j += 1) if (!allowed[j]) slope[j] = 0;
    return loss;
  };
  return minimise(evaluate, size, task.steps);
}

/** Direction of L-BFGS: the slope seen through the last few changes. */
function directionOf(slope, memory) {
  const direction = Float64Array.from(slope);
  const factors = memory.map(() => 0);
  for (let i = memory.length - 1; i >= 0; i -= 1) {
    factors[i] = dot(memory[i].move, direction) / memory[i].curve;
    addScaled(direction, -factors[i], memory[i].turn);
  }
  const last = memory[memory.length - 1];
  const scale = last ? last.curve / dot(last.turn, last.turn) : 1 / Math.sqrt(dot(slope, slope));
  for (let j = 0; j < direction.length; j += 1) direction[j] *= scale;
  memory.forEach((step, i) => addScaled(direction, factors[i] - dot(step.turn, direction) / step.curve, step.move));
  return direction;
}

function minimise(evaluate, size, steps) {
  let point = new Float64Array(size);
  let slope = new Float64Array(size);
  let loss = evaluate(point, slope);
  const memory = [];
  for (let step = 0; step < steps; step += 1) {
    const direction = directionOf(slope, memory);
    const descent = dot(slope, direction);
    const next = new Float64Array(size);
    const nextSlope = new Float64Array(size);
    let length = 1;
    let nextLoss = 0;
    for (;; length /= 2) {
      next.set(point);
      addScaled(next, -length, direction);
      nextLoss = evaluate(next, nextSlope);
      if (nextLoss <= loss - 1e-4 * length * descent || length < 1e-6) break;
    }
    const move = new Float64Array(size);
    const turn = new Float64Array(size);
    for (let j = 0; j < size; j += 1) {
      move[j] = next[j] - point[j];
      turn[j] = nextSlope[j] - slope[j];
    }
    const curve = dot(move, turn);
    if (curve > 1e-10) memory.push({ move, turn, curve });
    if (memory.length > MEMORY) memory.shift();
    const gain = loss - nextLoss;
    [point, slope, loss] = [next, nextSlope, nextLoss];
    if (gain < TOLERANCE * loss) break;
  }
  return point;
}
