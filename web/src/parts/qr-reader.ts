// SPDX-License-Identifier: MIT
// Reads QR codes in front of the camera until it is told to stop. A picture lives in one canvas in memory until the next
// one takes its place; none is kept, shown to anybody else or sent.
import { decodeQR } from "qr/decode.js";

/** Pause between two looks, in milliseconds: quick for a person, and gentle to a battery. */
const pause = 120;
/** Longest side of the picture that is looked at, in pixels: enough for 600 letters at arm's length. */
const sideMax = 1280;

/**
 * @param video   shows what the camera sees; must be on the page
 * @param onText  called for every look that finds a code, also again and again for the same one
 * @returns what stops the camera
 * @throws DOMException as `getUserMedia` does, and TypeError where there is no camera to ask for
 */
export async function readCodes(
  video: HTMLVideoElement,
  onText: (text: string) => void,
): Promise<() => void> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: "environment", width: { ideal: sideMax } },
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  const canvas = document.createElement("canvas");
  const look = () => {
    const text = textIn(video, canvas);
    if (text !== undefined) onText(text);
    if (video.srcObject) timer = setTimeout(look, pause);
  };
  try {
    video.srcObject = stream;
    await video.play();
  } catch (error) {
    stop();
    throw error;
  }
  look();
  return stop;
}

function textIn(video: HTMLVideoElement, canvas: HTMLCanvasElement): string | undefined {
  const scale = Math.min(1, sideMax / Math.max(video.videoWidth, video.videoHeight));
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context || canvas.width === 0 || canvas.height === 0) return undefined;
  context.drawImage(video, 0, 0, canvas.width, canvas.height);
  try {
    return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height));
  } catch {
    return undefined; // no code in this picture
  }
}
