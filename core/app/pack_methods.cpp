// SPDX-License-Identifier: MIT
// A content pack from a file that a person loaded: what is wrong with it, or what is in it. Keeps nothing; a kept pack
// is an entry (entry_methods.cpp) and is read anew each time.
#include "app/encode.hpp"
#include "app/encode_library.hpp"
#include "app/methods.hpp"
#include "app/params.hpp"
#include "app/row.hpp"
#include "content/own_pack.hpp"

namespace trellis::app {
namespace {

using content::OwnPack;

Json problems_of(const Error& error) {
  Json problems(Json::value_t::array);
  problems.push_back(Row().text("what", error.code).text("where", error.detail).json());
  return problems;
}

Json encode_roles(const Call& call, const OwnPack& pack) {
  return list(pack.role_ids, [&](const std::string& id) {
    const Json params = Row().text("role_id", id).json();
    Result<Json> role = get_role(Call{call.state, pack.catalog, params});
    return role ? Json((*role)["role"]) : Json();
  });
}

Json encode_pack(const Call& call, const OwnPack& pack) {
  return Row()
      .text("id", pack.id)
      .text("name", pack.name)
      .text("jurisdiction", pack.jurisdiction)
      .text("as_of", pack.as_of)
      .text("language", pack.language)
      .put("sections", encode_sections(pack.sections, pack.catalog))
      .put("roles", encode_roles(call, pack))
      .put("sources", encode_sources(pack.source_ids, pack.catalog))
      .texts("unused", pack.unused_paths)
      .json();
}

}  // namespace

Result<Json> read_pack(const Call& call) {
  Params params(call.params, {"locale", "pack"});
  const std::string text = params.text("pack");
  if (params.error()) return tl::unexpected<Error>(*params.error());
  const auto pack = content::read_own_pack(text, call.catalog.locale);
  if (!pack && pack.error().code == "content.not_here") return tl::unexpected<Error>(pack.error());
  if (!pack) return Row().put("problems", problems_of(pack.error())).nothing("pack").json();
  return Row().put("problems", Json(Json::value_t::array)).put("pack", encode_pack(call, *pack)).json();
}

}  // namespace trellis::app
