// The whole dashboard, drawn headless: every fact is recorded, nothing overlaps or leaves the widget at any width.
#include "view/dashboard.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>
#include <vector>

#include "fixture.h"

using namespace taskscope;
using namespace taskscope::test;

namespace {

std::vector<std::string> texts_of(const Profile& p) {
  std::vector<std::string> all = {p.title, p.summary, p.date, p.task_source, p.market.summary, p.market.covers};
  for (const auto& i : p.market.indicators) all.insert(all.end(), {i.name, i.note});
  for (const auto& s : p.strategies) all.insert(all.end(), {s.title, s.text});
  for (const auto& t : p.tasks) all.insert(all.end(), {t.name, t.reason});
  for (const auto& u : p.ai_uses) {
    all.push_back(u.title);
    all.insert(all.end(), u.examples.begin(), u.examples.end());
    all.insert(all.end(), u.good_options.begin(), u.good_options.end());
  }
  for (const auto& e : p.evidence) all.insert(all.end(), {e.publisher, e.measure, e.note});
  return all;
}

struct DrawnLine {
  const Node* node;
  const LineBox* line;
};

std::vector<DrawnLine> drawn_lines(const Semantics& record) {
  std::vector<DrawnLine> lines;
  for (const Node& node : record.nodes()) {
    if (node.hidden) continue;
    for (const LineBox& line : node.lines) lines.push_back({&node, &line});
  }
  return lines;
}

void check_nothing_overlaps(const Fixture& f, float width) {
  std::vector<DrawnLine> lines = drawn_lines(f.record);
  std::sort(lines.begin(), lines.end(), [](auto& a, auto& b) { return a.line->box.y < b.line->box.y; });
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Rect& box = lines[i].line->box;
    const std::string at = "width " + std::to_string(width) + ": “" + lines[i].line->text + "”";
    if (box.x < 0 || box.right() > width + 0.5f)
      FAIL_CHECK(at << " leaves the widget at " << box.x << " to " << box.right());
    for (std::size_t j = i + 1; j < lines.size() && lines[j].line->box.y < box.bottom() - 1; ++j)
      if (box.grown(-0.5f).intersects(lines[j].line->box)) FAIL_CHECK(at << " covers “" << lines[j].line->text << "”");
  }
  CHECK(lines.size() > 5);
}

// Whether the node takes room of its own: notes and captions lie where the things are that they are about, a button in
// a row covers all of its head, and the gauge's two parts are one bar.
bool takes_room(const Node& node) {
  const bool lies_over_others = node.hidden || node.role == Role::note || node.role == Role::caption ||
                                node.role == Role::meter || node.part == "name" || node.part == "open";
  return !lies_over_others && node.box.width > 0 && node.box.height > 0;
}

// No rectangle may leave the widget or overlap another of the same parent.
void check_levels(const Fixture& f, float width) {
  const auto& nodes = f.record.nodes();
  CHECK(nodes.size() > 100);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Node& node = nodes[i];
    const std::string at = "width " + std::to_string(width) + ": " + node.part + " “" + node.text + "”";
    if (node.box.x < -0.5f || node.box.right() > width + 0.5f) FAIL_CHECK(at << " leaves the widget");
    if (!takes_room(node)) continue;
    for (std::size_t j = i + 1; j < nodes.size(); ++j) {
      const Node& other = nodes[j];
      if (other.parent != node.parent || !takes_room(other)) continue;
      if (node.box.grown(-1).intersects(other.box.grown(-1)))
        FAIL_CHECK(at << " covers " << other.part << " “" << other.text << "”");
    }
  }
}

Profile many_tasks(std::size_t count) {
  Profile profile;
  profile.title = "Many";
  for (std::size_t i = 0; i < count; ++i) {
    Task task;
    task.name = "Task number " + std::to_string(i) + " of a long list";
    task.automation_percent = static_cast<double>(i % 101);
    task.reason = "Reason " + std::to_string(i);
    profile.tasks.push_back(task);
  }
  return profile;
}

// The empty strings are absent on purpose; all else must be there.
Profile extreme_profile() {
  Profile profile;
  profile.title = std::string(300, 'W');
  profile.summary = "Short. " + std::string(400, 'm');
  profile.adoption_percent = 0;
  profile.potential_percent = 100;
  profile.market.indicators = {{std::string(80, 'n'), Rating::high_pressure, std::string(200, 'x')},
                               {"B", Rating::mixed, ""}};
  for (int i = 0; i < 5; ++i) profile.strategies.push_back({"Strategy " + std::string(90, 's'), "Text"});
  for (const double percent : {0.0, 33.3, 100.0}) {
    Task task;
    task.name = "Task " + std::to_string(percent) + std::string(120, 'k');
    task.automation_percent = percent;
    profile.tasks.push_back(task);
  }
  profile.ai_uses = {{"Use", {std::string(150, 'e')}, {std::string(90, 'o'), "b", "c"}}};
  for (int i = 0; i < 40; ++i) {
    Evidence evidence;
    evidence.publisher = "Publisher " + std::string(static_cast<std::size_t>(i), 'p');
    evidence.measure = "measure";
    evidence.value_percent = i * 2.5;
    profile.evidence.push_back(evidence);
  }
  return profile;
}

}  // namespace

TEST_CASE("every text of the first profile is recorded once all tasks are open") {
  Fixture f;
  f.settle();
  const Node* button = f.find(Role::button, "Show all reasons");
  REQUIRE(button);
  f.click(button->box.center_x(), button->box.center_y());
  const std::string all = f.texts();
  for (const std::string& text : texts_of(first_profile())) {
    INFO(text);
    CHECK(all.find(text) != std::string::npos);
  }
}

TEST_CASE("every figure, label and rating of the first profile is recorded") {
  Fixture f;
  f.settle();
  const std::string all = "\n" + f.texts();
  for (const char* text : {"14%",
                           "78%",
                           "adoption",
                           "potential",
                           "64 points of possible automation not in use yet",
                           "89%",
                           "86%",
                           "81%",
                           "87%",
                           "92%",
                           "63%",
                           "52%",
                           "41%",
                           "Highly automatable",
                           "Strong automation pressure",
                           "Mixed",
                           "Core",
                           "Important",
                           "Stable",
                           "High pressure",
                           "5%",
                           "21%",
                           "29%",
                           "46%",
                           "90%",
                           "Career strategy",
                           "AI uses",
                           "Good options",
                           "Market check",
                           "Evidence",
                           "Tasks",
                           "our assessment",
                           "measured use",
                           "estimated exposure",
                           "measured use · its family",
                           "measured use · a proxy",
                           "measured use · its industry",
                           "estimated exposure · a proxy",
                           "estimated exposure · this occupation",
                           "Covers demand, competition and entry access.",
                           "Figures: Anthropic, Gallup, NBER, McKinsey & Co., BLS + karpathy/jobs"}) {
    INFO(text);
    CHECK(all.find(std::string("\n") + text) != std::string::npos);
  }
  const auto& nodes = f.record.nodes();
  const auto is_meter = [](const Node& n) { return n.role == Role::meter; };
  CHECK(std::count_if(nodes.begin(), nodes.end(), is_meter) == 2 + 8 + 5);
}

TEST_CASE("sections are recorded in reading order at every width") {
  for (const float width : {320.0f, 800.0f, 1200.0f}) {
    Fixture f;
    f.width = width;
    f.settle();
    std::vector<std::string> headings;
    for (const Node& node : f.record.nodes())
      if (node.role == Role::heading && node.level <= 2) headings.push_back(node.text);
    CHECK(headings == std::vector<std::string>{"Medical records specialists", "Automation", "Market check",
                                               "Career strategy", "Tasks", "AI uses", "Evidence"});
  }
}

TEST_CASE("ids are unique, and parents come before their children") {
  for (const float width : {320.0f, 800.0f, 1200.0f}) {
    Fixture f;
    f.dashboard.show(first_profile(), 1);
    f.dashboard.show(first_profile(), 2);
    f.width = width;
    f.settle();
    const Rect button = f.find(Role::button, "Show all reasons")->box;
    f.click(button.center_x(), button.center_y());
    std::set<NodeId> seen = {0};
    for (const Node& node : f.record.nodes()) {
      INFO(node.part, " ", node.text);
      CHECK(seen.contains(node.parent));
      CHECK(seen.insert(node.id).second);
    }
  }
}

TEST_CASE("ids are the same from frame to frame and from width to width") {
  Fixture f;
  f.settle();
  const NodeId id = f.find(Role::row, "Scan records into electronic formats")->id;
  f.width = 400;
  f.settle();
  CHECK(f.find(Role::row, "Scan records into electronic formats")->id == id);
}

TEST_CASE("at any width, in both themes and at any scale, no text overlaps another or leaves the widget") {
  for (const Scheme scheme : {Scheme::light, Scheme::dark})
    for (const float unit : {1.0f, 1.25f, 2.0f}) {
      Fixture f;
      f.theme.scheme = scheme;
      f.theme.colors = palette_of(scheme);
      f.theme.unit = unit;
      f.dashboard.set_state(everything_explained());
      f.dashboard.show(extreme_profile(), 1);
      f.dashboard.show(first_profile(), 2);
      for (float width = 160 * unit; width <= 3000; width += 57) {
        f.width = width;
        f.settle();
        check_nothing_overlaps(f, width);
      }
    }
}

TEST_CASE("in a window of 320 pixels and with text twice as large, everything has its own place") {
  for (const bool open : {false, true}) {
    for (const float unit : {1.0f, 2.0f}) {
      for (const float width : {320.0f, 640.0f, 1280.0f}) {
        Fixture f;
        f.theme.unit = unit;
        f.width = width;
        if (open) f.dashboard.set_state(everything_explained());
        if (open) f.dashboard.show(many_tasks(50), 1);
        f.settle();
        if (open) f.dashboard.activate(f.find(Role::button, "Show all reasons")->id);
        f.settle();
        check_levels(f, width);
      }
    }
  }
}

TEST_CASE("widths down to none are drawn without harm") {
  Fixture f;
  f.dashboard.show(extreme_profile(), 1);
  for (float width = 0; width < 160; width += 8) {
    f.width = width;
    CHECK(f.settle().content_height > 0);
  }
  CHECK(f.settle(0, 0).content_height > 0);
}

TEST_CASE("long words, many items and extreme figures stay within the widget and apart") {
  Fixture f(extreme_profile());
  f.dashboard.set_state(everything_explained());
  f.dashboard.show(first_profile(), 1);
  f.dashboard.show(extreme_profile(), 2);
  for (const float width : {160.0f, 360.0f, 700.0f, 1200.0f, 2400.0f}) {
    f.width = width;
    f.settle();
    check_nothing_overlaps(f, width);
  }
}

TEST_CASE("a profile with tasks alone, figures alone or a title alone has no empty sections") {
  Profile bare;
  bare.title = "Bare";
  SUBCASE("title") {
    Fixture f(bare);
    f.settle();
    CHECK(f.find(Role::paragraph, "This profile has a title and no figures yet."));
    CHECK_FALSE(f.find(Role::section, "Tasks"));
  }
  SUBCASE("tasks") {
    Fixture f(many_tasks(3));
    f.settle();
    CHECK(f.find(Role::section, "Tasks"));
    CHECK_FALSE(f.find(Role::section, "Automation"));
    CHECK_FALSE(f.find(Role::section, "Evidence"));
  }
  SUBCASE("figures") {
    bare.potential_percent = 40;
    Fixture f(bare);
    f.settle();
    CHECK(f.find(Role::section, "Automation"));
    CHECK(f.find(Role::text, "40%"));
    CHECK_FALSE(f.find(Role::section, "Market check"));
  }
}

TEST_CASE("adoption above the potential is said, not hidden") {
  Profile profile;
  profile.title = "Ahead";
  profile.adoption_percent = 50;
  profile.potential_percent = 49;
  Fixture f(profile);
  f.settle();
  CHECK(f.find(Role::paragraph, "1 point more in use than the tasks give reason to expect"));
}

TEST_CASE("a press on a task opens its reason, another closes it") {
  Fixture f;
  const float closed = f.settle().content_height;
  const std::string name = "Scan records into electronic formats";
  const std::string reason = "Text recognition and document intake already run at scale in current systems.";
  CHECK(f.find(Role::cell, reason)->hidden);
  Node task = *f.find(Role::button, name);
  CHECK(task.expanded == false);
  f.click(task.box.x + 10, task.box.center_y());
  CHECK_FALSE(f.find(Role::cell, reason)->hidden);
  CHECK(f.find(Role::button, name)->expanded == true);
  CHECK(f.settle().content_height > closed);
  f.click(task.box.x + 10, task.box.center_y());
  CHECK(f.find(Role::cell, reason)->hidden);
  CHECK(f.settle().content_height == closed);
}

TEST_CASE("letting go beside a task does not open it") {
  Fixture f;
  f.settle();
  const Rect box = f.find(Role::button, "Scan records into electronic formats")->box;
  f.dashboard.move_pointer(box.x + 10, box.center_y());
  f.settle();
  f.dashboard.press_pointer(true);
  f.settle();
  f.dashboard.leave_pointer();
  f.dashboard.press_pointer(false);
  f.settle();
  CHECK(f.find(Role::button, "Scan records into electronic formats")->expanded == false);
}

TEST_CASE("a press that comes with a scroll opens the task that was under the pointer") {
  Fixture f(many_tasks(100));
  f.settle(100, 900);
  const Rect box = f.find(Role::button, "Task number 90 of a long list")->box;
  f.settle(100, 900);
  f.dashboard.move_pointer(box.x + 30, box.center_y());
  f.dashboard.press_pointer(true);
  f.dashboard.press_pointer(false);
  f.settle(box.y - 300, 900);
  CHECK(f.find(Role::button, "Task number 90 of a long list")->expanded == true);
}

TEST_CASE("a frame that only measures records all and leaves the pointer to the next") {
  Fixture f;
  const float height = f.settle().content_height;
  const Rect box = f.find(Role::button, "Scan records into electronic formats")->box;
  f.dashboard.move_pointer(box.x + 10, box.center_y());
  f.dashboard.press_pointer(true);
  f.dashboard.press_pointer(false);
  CHECK(f.frame(0, 0).content_height == height);
  CHECK(f.find(Role::button, "Scan records into electronic formats")->expanded == false);
  f.settle();
  CHECK(f.find(Role::button, "Scan records into electronic formats")->expanded == true);
}

TEST_CASE("a headline of nothing and one of everything are recorded on the whole gauge") {
  Profile profile;
  profile.title = "Extremes";
  profile.adoption_percent = 0;
  profile.potential_percent = 100;
  Fixture f(profile);
  f.settle();
  int meters = 0;
  for (const Node& node : f.record.nodes()) {
    if (node.role != Role::meter) continue;
    ++meters;
    CHECK(node.box.width > 500);
  }
  CHECK(meters == 2);
}

TEST_CASE("whatever tasks are called, ids stay unique") {
  Profile profile = many_tasks(4);
  profile.tasks[0].name = "heading";
  profile.tasks[1].name = "columns";
  profile.tasks[2].name = "Human-led";
  profile.tasks[3].name = "all-reasons";
  Fixture f(profile);
  f.settle();
  std::set<NodeId> seen;
  for (const Node& node : f.record.nodes()) {
    INFO(node.text);
    CHECK(seen.insert(node.id).second);
  }
}

TEST_CASE("tips stay within the window") {
  Fixture f;
  f.settle();
  const Node* meter = nullptr;
  for (const Node& node : f.record.nodes())
    if (node.role == Role::meter && node.value == 92) meter = &node;
  REQUIRE(meter);
  f.screen_bottom = meter->box.bottom() + 4;
  f.dashboard.move_pointer(meter->box.x + 5, meter->box.center_y());
  f.settle();
  const ImDrawList& list = *f.settle().drawing->CmdLists[0];
  const float tip_bottom = list.VtxBuffer.back().pos.y;  // tips are painted last
  CHECK(tip_bottom <= f.screen_bottom);
}

TEST_CASE("all reasons open and close with one button") {
  Fixture f;
  f.settle();
  Rect button = f.find(Role::button, "Show all reasons")->box;
  f.click(button.center_x(), button.center_y());
  for (const Task& task : first_profile().tasks) CHECK_FALSE(f.find(Role::cell, task.reason)->hidden);
  button = f.find(Role::button, "Hide all reasons")->box;
  f.click(button.center_x(), button.center_y());
  for (const Task& task : first_profile().tasks) CHECK(f.find(Role::cell, task.reason)->hidden);
}

TEST_CASE("what is open stays open when the profile is loaded again") {
  Fixture f;
  f.settle();
  const Rect box = f.find(Role::button, "Scan records into electronic formats")->box;
  f.click(box.x + 10, box.center_y());
  f.dashboard.show(first_profile());
  f.settle();
  CHECK(f.find(Role::button, "Scan records into electronic formats")->expanded == true);
}

TEST_CASE("a transition ends within 200 ms, and reduced motion has none") {
  for (const bool reduced : {false, true}) {
    Fixture f;
    f.theme.reduced_motion = reduced;
    f.settle();
    const Rect box = f.find(Role::button, "Scan records into electronic formats")->box;
    f.dashboard.move_pointer(box.x + 10, box.center_y());
    f.settle();
    f.dashboard.press_pointer(true);
    f.settle();
    f.dashboard.press_pointer(false);
    const double pressed = f.seconds;
    FrameResult result = f.frame();
    CHECK(result.state_changed);
    const float first_height = f.frame().content_height;
    const float final_height = f.settle().content_height;
    CHECK(f.seconds - pressed <= 0.2 + 3.0 / 60);
    CHECK((first_height == final_height) == reduced);
  }
}

TEST_CASE("nothing asks for another frame while nothing happens") {
  Fixture f;
  f.settle();
  for (int i = 0; i < 5; ++i) CHECK_FALSE(f.frame().wants_another);
}

TEST_CASE("to record what is out of sight starts nothing") {
  constexpr float slice_height = 300;  // which shows no task
  Fixture f;
  f.settle();
  f.dashboard.activate(f.find(Role::button, "Show all reasons")->id);
  f.records = false;
  f.settle(0, slice_height);
  f.records = true;
  CHECK_FALSE(f.frame(0, slice_height).wants_another);
  for (const Task& task : first_profile().tasks) CHECK_FALSE(f.find(Role::cell, task.reason)->hidden);
}

TEST_CASE("the hand shows over what can be pressed, and only there") {
  Fixture f;
  f.settle();
  const Rect box = f.find(Role::button, "Scan records into electronic formats")->box;
  f.dashboard.move_pointer(box.center_x(), box.center_y());
  f.frame();
  CHECK(f.frame().shows_hand);
  const Rect heading = f.find(Role::heading, "Evidence")->box;
  f.dashboard.move_pointer(heading.x + 1, heading.center_y());
  f.frame();
  CHECK_FALSE(f.frame().shows_hand);
}

TEST_CASE("of a long list the visible slice is drawn and recorded, with its rows' numbers, and all of it on request") {
  Fixture f(many_tasks(10'000));
  const FrameResult whole = f.settle(0, 1000);
  CHECK(whole.content_height > 10'000 * 30);
  CHECK(whole.drawing->TotalVtxCount < 20'000);
  CHECK(whole.recorded_slice_only);
  CHECK_FALSE(f.find(Role::row, "Task number 9999 of a long list"));
  const auto& nodes = f.record.nodes();
  const Node& table = *std::find_if(nodes.begin(), nodes.end(), [](const Node& n) { return n.role == Role::table; });
  CHECK(table.rows == 2079 + 1);  // from 80 % on, and the header
  CHECK(f.find(Role::row, "Task number 100 of a long list")->rows == 2);
  const FrameResult deep = f.settle(200'000, 1000);
  CHECK(deep.content_height == whole.content_height);
  CHECK(deep.drawing->TotalVtxCount > 100);
  CHECK(deep.drawing->TotalVtxCount < 20'000);
  CHECK_FALSE(f.find(Role::row, "Task number 100 of a long list"));
  CHECK(f.record.nodes().size() < 1000);
  f.dashboard.activate(f.find(Role::button, "Show all reasons")->id);
  CHECK(f.settle(200'000, 1000).content_height > whole.content_height + 10'000);
  CHECK(f.record.nodes().size() < 1000);
  f.records_all = true;
  CHECK_FALSE(f.settle(0, 0).recorded_slice_only);
  CHECK(f.find(Role::row, "Task number 9999 of a long list"));
}

TEST_CASE("a slice's picture is the same part of the whole, whatever its top") {
  // All vertices of a picture that lie well within both slices, in the widget's coordinates.
  const auto vertices = [](const FrameResult& result, float top) {
    std::set<std::pair<int, int>> seen;
    for (const ImDrawVert& v : result.drawing->CmdLists[0]->VtxBuffer) {
      const int y = static_cast<int>(std::lround((v.pos.y + top) * 4));
      if (y > 600 * 4 && y < 1000 * 4) seen.insert({static_cast<int>(std::lround(v.pos.x * 4)), y});
    }
    return seen;
  };
  Fixture f;
  f.settle();
  const auto upper = vertices(f.settle(100, 1100), 100);
  const auto lower = vertices(f.settle(500, 900), 500);
  CHECK(upper.size() > 500);
  CHECK(upper == lower);
}

TEST_CASE("two widgets share one atlas, each with its own state") {
  PlainGlyphs glyphs;
  WordFont font(glyphs);
  Dashboard first(font), second(font);
  first.show(first_profile());
  second.show(many_tasks(5));
  Semantics record;
  const auto draw = [&](Dashboard& d, double t) {
    record = {};
    return d.draw({900, {0, 0, 900, 4000}, {0, 0, 900, 4000}, t}, &record);
  };
  CHECK(draw(first, 0.1).drawing->TotalVtxCount > 0);
  CHECK(draw(second, 0.1).drawing->TotalVtxCount > 0);
  CHECK(record.nodes().front().text == "Many");
  CHECK(draw(first, 0.2).drawing->TotalVtxCount > 0);
  CHECK(record.nodes().front().text == "Medical records specialists");
}

TEST_CASE("a link to a source is recorded with its address and shows the hand") {
  Profile profile;
  profile.title = "Linked";
  Evidence evidence;
  evidence.publisher = "Publisher";
  evidence.measure = "measure";
  evidence.value_percent = 12.5;
  evidence.year = 2025;
  evidence.url = "https://example.org/study";
  profile.evidence.push_back(evidence);
  Fixture f(profile);
  f.settle();
  const Node* link = f.find(Role::link, "Publisher, 2025");
  REQUIRE(link);
  CHECK(link->href == evidence.url);
  CHECK(f.find(Role::text, "12.5%"));
  f.dashboard.move_pointer(link->box.x + 2, link->box.center_y());
  f.frame();
  CHECK(f.frame().shows_hand);
}

TEST_CASE("a button that is out of sight can be pressed by its id") {
  Fixture f(many_tasks(200));
  f.settle(0, 500);
  const Node* task = f.find(Role::button, "Task number 79 of a long list");
  REQUIRE(task);
  f.dashboard.activate(task->id);
  FrameInput nothing_drawn;
  nothing_drawn.width = f.width;
  CHECK(f.dashboard.draw(nothing_drawn).state_changed);
  f.settle(0, 500);
  CHECK_FALSE(f.find(Role::cell, "Reason 79")->hidden);
}

TEST_CASE("a picture takes nothing of what the reader did: it waits for the next frame") {
  Fixture f;
  const auto take_picture = [&f] {
    const float usual = f.theme.unit;
    f.is_picture = true;
    f.theme.unit = usual * 3;
    f.width *= 3;
    CHECK_FALSE(f.frame().state_changed);
    CHECK_FALSE(f.frame(0, 0).state_changed);
    f.is_picture = false;
    f.theme.unit = usual;
    f.width /= 3;
  };
  f.settle();
  const Node task = *f.find(Role::button, first_profile().tasks[0].name);
  f.dashboard.move_pointer(task.box.x + 2, task.box.center_y());
  f.dashboard.press_pointer(true);
  take_picture();
  f.settle();
  f.dashboard.press_pointer(false);
  take_picture();
  f.settle();
  CHECK(f.dashboard.state().open_tasks == std::vector<std::string>{task.text});

  f.dashboard.activate(f.find(Role::button, "My week")->id);  // which pictures do not have
  take_picture();
  f.settle();
  CHECK(f.dashboard.state().shown[static_cast<std::size_t>(Panel::week)]);
}

TEST_CASE("no picture shows what the pointer is over") {
  Fixture f;
  f.is_picture = true;
  const int untouched = f.settle().drawing->TotalVtxCount;
  const Node task = *f.find(Role::button, first_profile().tasks[0].name);
  f.is_picture = false;
  f.dashboard.move_pointer(task.box.x + 2, task.box.center_y());
  CHECK(f.settle().shows_hand);
  f.is_picture = true;
  const FrameResult picture = f.frame();
  CHECK_FALSE(picture.shows_hand);
  CHECK(picture.drawing->TotalVtxCount == untouched);
  f.is_picture = false;
  CHECK(f.frame().shows_hand);
}

TEST_CASE("activating a closed reason opens its task, which is how a search of the page shows what it found") {
  Fixture f;
  f.settle();
  const Task task = first_profile().tasks[3];
  f.dashboard.activate(f.find(Role::cell, task.reason)->id);
  f.frame();
  f.settles = true;
  CHECK_FALSE(f.frame().wants_another);
  const Node* reason = f.find(Role::cell, task.reason);
  CHECK_FALSE(reason->hidden);
  CHECK(f.find(Role::button, task.name)->expanded == true);
}

TEST_CASE("what all reasons' button changes out of sight is announced") {
  Fixture f;
  f.settle();
  f.dashboard.activate(f.find(Role::button, "Show all reasons")->id);
  f.settle();
  CHECK(f.dashboard.announcement() == "All reasons are shown.");
  f.dashboard.activate(f.find(Role::button, "Hide all reasons")->id);
  f.settle();
  CHECK(f.dashboard.announcement() == "All reasons are hidden.");
  f.dashboard.activate(f.find(Role::button, first_profile().tasks[0].name)->id);
  f.settle();
  CHECK(f.dashboard.announcement().empty());
}

TEST_CASE("what tips tell is recorded too") {
  Fixture f;
  f.settle();
  for (const char* text : {"how much of the work AI is used for today", "how much of the work AI could do"}) {
    INFO(text);
    CHECK(f.find(Role::note, text));
  }
  CHECK(f.find(Role::caption, "Highly automatable: from 80% automated"));
  CHECK(f.find(Role::caption, "Mixed: from 40% automated"));
}

TEST_CASE("marks whose labels find no room are in the record") {
  Fixture f(extreme_profile());
  f.width = 360;
  f.settle();
  for (const Evidence& evidence : extreme_profile().evidence) {
    INFO(evidence.publisher);
    CHECK(f.texts().find("% " + evidence.publisher + "\n") != std::string::npos);
  }
}

TEST_CASE("what the reader opened is kept by the tasks' names and brought back, in another dashboard too") {
  Fixture f;
  f.settle();
  const Node* button = f.find(Role::button, "Scan records into electronic formats");
  REQUIRE(button);
  f.dashboard.activate(button->id);
  f.settle();
  const ReaderState state = f.dashboard.state();
  CHECK(state.open_tasks == std::vector<std::string>{"Scan records into electronic formats"});

  Fixture other;
  const float closed = other.settle().content_height;
  ReaderState kept;
  kept.open_tasks = {"Scan records into electronic formats", "A task that this profile lacks"};
  other.dashboard.set_state(kept);
  CHECK(other.settle().content_height > closed);
  CHECK(other.dashboard.state().open_tasks == state.open_tasks);
  other.dashboard.set_state({});
  CHECK(other.settle().content_height == closed);
}

TEST_CASE("a page's own lengths are laid out, and its own colours drawn") {
  Fixture f;
  const float usual = f.settle().content_height;
  f.theme.spacing = {.margin = 0, .padding = 0, .gap = 0, .radius = 0};
  CHECK(f.settle().content_height < usual);
  CHECK(f.record.nodes().front().box.x == 0);
  f.theme.spacing = {};
  f.theme.colors.ink = 0xFF123456;
  const FrameResult result = f.settle();
  bool has_ink = false;
  for (const ImDrawList* list : result.drawing->CmdLists)
    for (const ImDrawVert& vertex : list->VtxBuffer) has_ink |= vertex.col == 0xFF123456;
  CHECK(has_ink);
}

namespace {

// How far apart corners of this colour are that are drawn in one triangle.
float largest_reach(const FrameResult& result, Color color) {
  float reach = 0;
  for (const ImDrawList* list : result.drawing->CmdLists) {
    for (int i = 0; i + 1 < list->IdxBuffer.Size; ++i) {
      const ImDrawVert& a = list->VtxBuffer[list->IdxBuffer[i]];
      const ImDrawVert& b = list->VtxBuffer[list->IdxBuffer[i - i % 3]];
      if (a.col == color && b.col == color) reach = std::max(reach, std::abs(a.pos.x - b.pos.x));
    }
  }
  return reach;
}

}  // namespace

TEST_CASE("cards are filled where that can be seen") {
  constexpr float least_card = 400;
  constexpr Color opaque = 0xFF654321, clear = 0x80654321;
  Fixture f;
  f.theme.colors.card = f.theme.colors.page = opaque;
  CHECK(largest_reach(f.settle(), opaque) < least_card);
  f.theme.colors.page = 0xFFFFFFFF;
  CHECK(largest_reach(f.settle(), opaque) > least_card);
  f.theme.colors.card = f.theme.colors.page = clear;  // which shows twice where it lies on itself
  CHECK(largest_reach(f.settle(), clear) > least_card);
}
