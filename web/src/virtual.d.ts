// SPDX-License-Identifier: MIT
// Modules that plugins/questions.ts makes.
declare module "virtual:questions/*" {
  const questions: import("./questions.ts").FirstQuestions;
  export default questions;
}
