// SPDX-License-Identifier: MIT
// The trainer's camera reads the answers' codes, one after the other. Each code counts once; a person with the same
// answers as another is counted by a tap. The reader is fetched when the camera is asked for.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../i18n.ts";
import type { TextKey } from "../../i18n.ts";
import { lines } from "./group-items.ts";

interface GroupCameraProps {
  /** Counts one line; resolves to whether it was one. */
  onLine: (line: string) => Promise<boolean>;
}

/** A code that is out of sight for so long, in milliseconds, was taken away. */
const goneAfter = 1500;

export function GroupCamera({ onLine }: GroupCameraProps) {
  const state = useSignal<"off" | "starting" | "on">("off");
  const said = useSignal<TextKey | null>(null);
  /** A code that was counted before, to be counted again by a tap. */
  const again = useSignal("");
  const video = useRef<HTMLVideoElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const stopCamera = useRef<(() => void) | undefined>(undefined);

  const stop = () => {
    stopCamera.current?.();
    stopCamera.current = undefined;
    again.value = "";
    state.value = "off";
  };
  useEffect(() => {
    const stopWhenHidden = () => document.visibilityState === "hidden" && stop();
    addEventListener("visibilitychange", stopWhenHidden);
    return () => {
      removeEventListener("visibilitychange", stopWhenHidden);
      stop();
    };
  }, []);

  const start = async () => {
    said.value = null;
    state.value = "starting";
    try {
      const { readCodes } = await import("../../parts/qr-reader.ts");
      if (!video.current) return;
      const stopReading = await readCodes(video.current, reader(onLine, said, again));
      if (state.value !== "starting") return stopReading(); // the page was left meanwhile
      stopCamera.current = stopReading;
      state.value = "on";
    } catch (error) {
      const isRefused = error instanceof DOMException && error.name === "NotAllowedError";
      said.value = isRefused ? "group.camera_refused" : "group.camera_missing";
      state.value = "off";
    }
  };
  const leave = () => {
    stop();
    said.value = null;
  };
  const isOn = state.value === "on";
  const wasOn = useRef(false);
  useEffect(() => {
    if (isOn !== wasOn.current) button.current?.focus();
    wasOn.current = isOn;
  }, [isOn]);
  const countAgain = async () => {
    if (await onLine(again.value)) said.value = "group.camera_read";
    again.value = "";
    button.current?.focus();
  };
  return (
    <div class="stack">
      <p class="hint" id="camera-hint">
        {t("group.camera_hint")}
      </p>
      {!isOn && (
        <button
          type="button"
          ref={button}
          class="button wide"
          disabled={state.value === "starting"}
          aria-describedby="camera-hint"
          onClick={() => void start()}
        >
          {t("group.camera")}
        </button>
      )}
      <video
        ref={video}
        style={{ inlineSize: "100%", maxBlockSize: "50vh" }}
        hidden={state.value === "off"}
        muted
        playsInline
        aria-label={t("group.camera_picture")}
      />
      <p role="status">{said.value && t(said.value)}</p>
      {again.value !== "" && (
        <button type="button" class="button wide" onClick={() => void countAgain()}>
          {t("group.camera_again")}
        </button>
      )}
      {isOn && (
        <button type="button" ref={button} class="button wide" onClick={leave}>
          {t("group.camera_stop")}
        </button>
      )}
    </div>
  );
}

/** What to do with each code that is seen, many times a second while it is held up. */
function reader(
  onLine: GroupCameraProps["onLine"],
  said: { value: TextKey | null },
  again: { value: string },
): (text: string) => void {
  let last = "";
  let seenAt = 0;
  return (text) => {
    const now = performance.now();
    const isHeld = text === last && now - seenAt < goneAfter;
    last = text;
    seenAt = now;
    if (isHeld) return;
    const isCounted = lines.peek().includes(text);
    again.value = isCounted ? text : "";
    said.value = isCounted ? "group.camera_known" : null;
    if (isCounted) return;
    void onLine(text).then((isLine) => {
      if (isLine) said.value = "group.camera_read";
    });
  };
}
