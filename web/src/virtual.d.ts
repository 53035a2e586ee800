// SPDX-License-Identifier: MIT
// Modules that plugins/questions.ts and plugins/glossary.ts make.
declare module "virtual:questions/*" {
  const questions: import("./questions.ts").FirstQuestions;
  export default questions;
}
declare module "virtual:glossary/*" {
  const glossary: readonly import("./parts/terms.tsx").GlossaryEntry[];
  export default glossary;
}
