// SPDX-License-Identifier: MIT
// Styles of the pages for a later moment, and of what those share.
import { adopt } from "./adopt.ts";
import charts from "./charts.css?inline";
import growth from "./growth.css?inline";
import learn from "./learn.css?inline";

adopt(charts + growth + learn);
