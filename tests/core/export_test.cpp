#include "core/export.h"

#include <doctest/doctest.h>

#include <string>

using namespace taskscope;

namespace {

const std::string mark = "\xEF\xBB\xBF";
const std::string head = mark + "Task,Importance,Automation (%),Band,Weight,Reason";

Profile small_profile() {
  Profile profile;
  profile.tasks.resize(2);
  Task &code = profile.tasks[0], &answer = profile.tasks[1];
  code.name = "Code";
  code.importance = Importance::core;
  code.automation_percent = 89;
  code.reason = "Easy.";
  answer.name = "Answer";
  answer.automation_percent = 12.5;
  answer.weight = 0.25;
  return profile;
}

Profile profile_named(const std::string& task) {
  Profile profile;
  profile.tasks.resize(1);
  profile.tasks[0].name = task;
  return profile;
}

// The first row's first field.
std::string name_field(const std::string& task) {
  const std::string csv = tasks_csv(profile_named(task), nullptr);
  const std::string row = csv.substr(head.size() + 2);
  return row.substr(0, row.find(",important"));
}

}  // namespace

TEST_CASE("tasks as a table") {
  CHECK(tasks_csv(small_profile(), nullptr) == head +
                                                   "\r\n"
                                                   "Code,core,89,highly automatable,,Easy.\r\n"
                                                   "Answer,important,12.5,human-led,0.25,\r\n");
  CHECK(tasks_csv({}, nullptr) == head + "\r\n");
}

TEST_CASE("a reader's week has columns of its own, and never touches the published ones") {
  Week week = with_share(published_week(small_profile()), 0, 601);
  week = with_own_task(week, "Mine", 33.3);
  const std::string csv = tasks_csv(small_profile(), &week);
  const auto share = [&](std::size_t task) { return std::to_string(week.tasks[task].share / 10.0).substr(0, 4); };
  CHECK(csv.starts_with(head + ",My share of the week (%),My automation (%)\r\n"));
  CHECK(csv.find("Code,core,89,highly automatable,,Easy.," + share(0) + ",\r\n") != std::string::npos);
  CHECK(csv.find("\r\nMine,,,,,," + share(2) + ",33.3\r\n") != std::string::npos);
}

TEST_CASE("evidence as a table") {
  Profile profile;
  Evidence& evidence = profile.evidence.emplace_back();
  evidence.publisher = "A, B";
  evidence.measure = "use";
  evidence.value_percent = 0.1;
  evidence.year = 2025;
  evidence.url = "https://a.b";
  CHECK(evidence_csv(profile) == mark +
                                     "Publisher,Measure,Value (%),Kind,About,Year,Note,Address\r\n"
                                     "\"A, B\",use,0.1,measured use,proxy,2025,,https://a.b\r\n");
}

TEST_CASE("fields stand in quotation marks where they have to") {
  CHECK(name_field("a b") == "a b");
  CHECK(name_field("a,b") == "\"a,b\"");
  CHECK(name_field("a;b") == "\"a;b\"");
  CHECK(name_field("say \"a\"") == "\"say \"\"a\"\"\"");
  CHECK(name_field("a\nb") == "\"a\nb\"");
  CHECK(name_field("任务") == "任务");
}

TEST_CASE("no text is a formula") {
  CHECK(name_field("=1+1") == "'=1+1");
  CHECK(name_field("+1") == "'+1");
  CHECK(name_field("-1") == "'-1");
  CHECK(name_field("@A1") == "'@A1");
  CHECK(name_field("\t=1") == "\"'\t=1\"");
  CHECK(name_field("=HYPERLINK(\"x\",\"y\")") == "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
  CHECK(name_field("a=1") == "a=1");
}

TEST_CASE("numbers have a point and no more decimals than they need") {
  Profile profile = small_profile();
  profile.tasks[1].automation_percent = 100.0 / 3;
  profile.tasks[1].weight = 1e300;
  CHECK(tasks_csv(profile, nullptr).find(",33.333333,human-led,1000000000000,") != std::string::npos);
}

TEST_CASE("files' names are safe on all systems") {
  CHECK(file_stem("Medical records specialists") == "Medical-records-specialists");
  CHECK(file_stem("../../etc/passwd") == "etc-passwd");
  CHECK(file_stem("A: B / C? <d> \"e\" | f*") == "A-B-C-d-e-f");
  CHECK(file_stem("Köchin 任务") == "Köchin-任务");
  CHECK(file_stem("exe\xE2\x80\xAEgpj") == "exe-gpj");  // right-to-left override
  CHECK(file_stem("…") == "profile");
  CHECK(file_stem("") == "profile");
  CHECK(file_stem(std::string(300, 'a')).size() == 80);
  CHECK(file_stem(std::string(79, 'a') + "ü") == std::string(79, 'a'));
}
