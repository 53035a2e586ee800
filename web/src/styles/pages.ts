// SPDX-License-Identifier: MIT
// Styles of all pages but the first ones.
import { adopt } from "./adopt.ts";
import check from "./check.css?inline";
import print from "./print.css?inline";

adopt(check);
adopt(print);
