// SPDX-License-Identifier: MIT
// Reads trained weights (content/model/<tag>.json) into the catalogue. Numbers only; what they mean is ethics'
// business.
#pragma once

#include <map>
#include <span>
#include <string>

#include "base/result.hpp"
#include "content/catalog.hpp"

namespace trellis::content {

/// Reads every model among `files`.
/// @return models by language tag; empty when there is none
/// @errors content.not_json, content.missing_field
Result<std::map<std::string, LinearModel>> read_models(std::span<const BundledFile> files);

}  // namespace trellis::content
