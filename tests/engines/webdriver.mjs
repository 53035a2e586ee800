// SPDX-License-Identifier: MIT
// The few commands of WebDriver that these tests need, over its own HTTP (https://www.w3.org/TR/webdriver2/). Knows no
// browser and no page. The kept client of this protocol needs a newer Node than Trellis does.

const elementKey = "element-6066-11e4-a52e-4f735466cecf";

export class Session {
  #address;

  constructor(address) {
    this.#address = address;
  }

  /** @param address  of the driver, without a slash at its end */
  static async start(address, capabilities) {
    const { sessionId } = await send("POST", `${address}/session`, { capabilities: { alwaysMatch: capabilities } });
    return new Session(`${address}/session/${sessionId}`);
  }

  /** @returns what the script's function returns; a promise is waited for, an element comes as its reference */
  async run(script, args) {
    const text = `const done = arguments[arguments.length - 1];
      Promise.resolve((${script})(...[...arguments].slice(0, -1))).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await this.#post("/execute/async", { script: text, args });
    if (error) throw new Error(error);
    return value;
  }

  go = (url) => this.#post("/url", { url });
  reload = () => this.#post("/refresh", {});
  click = (element) => this.#post(`/element/${element[elementKey]}/click`, {});
  type = (element, text) => this.#post(`/element/${element[elementKey]}/value`, { text });
  /** @returns the handle of a new tab */
  openTab = async () => (await this.#post("/window/new", { type: "tab" })).handle;
  thisTab = () => send("GET", `${this.#address}/window`);
  switchTo = (handle) => this.#post("/window", { handle });
  end = () => send("DELETE", this.#address);

  #post(path, body) {
    return send("POST", this.#address + path, body);
  }
}

async function send(method, address, body) {
  const response = await fetch(address, { method, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}
