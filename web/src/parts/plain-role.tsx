// SPDX-License-Identifier: MIT
// The role in short, for where the core cannot start: it stands in index.html (plugins/plain.ts).
import { useLayoutEffect, useRef } from "preact/hooks";
import { locale } from "../i18n.ts";

export function PlainRole() {
  const place = useRef<HTMLDivElement>(null);
  const tag = locale.value;
  useLayoutEffect(() => {
    const kept = document.querySelector<HTMLTemplateElement>("template#plain");
    const role = kept?.content.querySelector(`:lang(${tag})`);
    if (!role || !place.current) return;
    const copy = document.importNode(role, true);
    copy.querySelector(".trouble")?.remove();
    place.current.replaceChildren(copy);
  }, [tag]);
  return <div ref={place} />;
}
