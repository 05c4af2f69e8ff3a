// What is worked out once and kept for as long as frames ask for it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <utility>

namespace taskscope {

template <typename Key, typename Value>
class FrameCache {
 public:
  void begin_frame() {
    ++frame_;
    used_ = 0;
  }

  // Drops what this frame did not ask for.
  void end_frame() {
    constexpr std::size_t slack = 256;  // sweeping a few leftovers each frame would cost more than keeping them
    if (entries_.size() > 2 * used_ + slack) drop_before(frame_);
  }

  // Drops what neither this frame nor one since it has asked for.
  void drop_before(std::uint32_t frame) {
    std::erase_if(entries_, [frame](const auto& item) { return item.second.frame < frame; });
  }

  std::uint32_t frame() const { return frame_; }

  // The key's value, and whether it is new: then it is `first`. It stays in place until the frame ends.
  std::pair<Value&, bool> find_or_add(const Key& key, Value first = {}) {
    auto [found, is_new] = entries_.try_emplace(key, Entry{std::move(first)});
    Entry& entry = found->second;
    if (std::exchange(entry.frame, frame_) != frame_) ++used_;
    return {entry.value, is_new};
  }

  void clear() { entries_.clear(); }
  std::size_t size() const { return entries_.size(); }

  template <typename Visit>
  void for_each(Visit visit) const {
    for (const auto& [key, entry] : entries_) visit(entry.value);
  }

 private:
  struct Entry {
    Value value;
    std::uint32_t frame = 0;  // that asked for it last
  };

  std::unordered_map<Key, Entry> entries_;
  std::uint32_t frame_ = 0;  // the first one is 1
  std::size_t used_ = 0;     // in this frame
};

}  // namespace taskscope
