// Numbers as people type them: what each language makes of the same text, and what nobody can read.
#include "core/typed_number.h"

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <string>
#include <vector>

using namespace taskscope;

namespace {

constexpr std::array<std::string_view, 10> ascii = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
constexpr std::array<std::string_view, 10> arabic = {"٠", "١", "٢", "٣", "٤", "٥", "٦", "٧", "٨", "٩"};
constexpr std::array<std::string_view, 10> han = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

// As Intl has them.
const NumberWriting english{ascii, ".", ",", "thousand 3 million 6"};
const NumberWriting german{ascii, ",", ".", "Tsd 3 Mio 6 Mrd 9"};
const NumberWriting swiss{ascii, ".", "’"};
const NumberWriting french{ascii, ",", "\u202f", "mille 3 millions 6"};
const NumberWriting spanish{ascii, ",", ".", "mil 3 millones 6"};
const NumberWriting portuguese{ascii, ",", "\u00a0", "mil 3 mi 6 milhões 6"};
const NumberWriting egyptian{arabic, "٫", "٬", "ألف 3 مليون 6"};
const NumberWriting moroccan{ascii, ",", "."};
const NumberWriting chinese{ascii, ".", ",", "千 3 万 4 百万 6 亿 8"};
const NumberWriting han_digits{han, ".", ","};

constexpr double unreadable = -1e99;

struct Case {
  std::string_view typed;
  double value;
};

void check(const NumberWriting& language, std::string_view units, const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    CAPTURE(one.typed);
    const TypedNumber read = read_typed_number(one.typed, language, units);
    CHECK_FALSE(read.is_empty);
    CHECK(read.value.value_or(unreadable) == one.value);
  }
}

std::string replaced(std::string text, char what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, 1, with);
  return text;
}

// To three decimals, in groups of three, or of two before the last three.
std::string written(double value, const NumberWriting& language, std::string_view minus, bool is_indian = false) {
  const auto thousandths = std::llround(std::abs(value) * 1000);
  std::string whole = std::to_string(thousandths / 1000),
              fraction = std::to_string(1000 + thousandths % 1000).substr(1);
  for (std::size_t at = whole.size(), step = 3; at > step; at -= step, step = is_indian && step == 3 ? 2 : step)
    whole.insert(at - step, 1, 'g');
  std::string text = whole + (thousandths % 1000 ? "d" + fraction : "");
  for (std::size_t digit = 0; digit < 10; ++digit)
    text = replaced(text, static_cast<char>('0' + digit), language.digits[digit]);
  text = replaced(replaced(text, 'g', language.group), 'd', language.decimal);
  return (value < 0 ? std::string(minus) : "") + text;
}

}  // namespace

TEST_CASE("what is read alike in any language") {
  for (const NumberWriting& language :
       {english, german, swiss, french, spanish, portuguese, egyptian, moroccan, chinese})
    check(language, "%",
          {{"0", 0},
           {"7", 7},
           {"007", 7},
           {"1500", 1500},
           {"+5", 5},
           {"-5", -5},
           {"−5", -5},
           {"–5", -5},
           {"- 5", -5},
           {"－５", -5},
           {"؜-5", -5},
           {"\u200e−5", -5},
           {"-0", 0},
           {"  12  ", 12},
           {"\u00a012\u202f", 12},
           {"12\n", 12},
           // One sign that can make no group is the decimal one.
           {"12,5", 12.5},
           {"12.5", 12.5},
           {"1.5", 1.5},
           {"12,50", 12.5},
           {".5", 0.5},
           {",5", 0.5},
           {"0,125", 0.125},
           {"0.125", 0.125},
           {"1500.000", 1500},
           {"1500,250", 1500.25},
           {"1,2345", 1.2345},
           {"12.", 12},
           {"12,", 12},
           // Of two kinds the last is.
           {"1,234.5", 1234.5},
           {"1.234,5", 1234.5},
           {"1,234,567.25", 1234567.25},
           {"1.234.567,25", 1234567.25},
           {"1.234,567", 1234.567},
           {"1 234,567", 1234.567},
           {"1’234.567", 1234.567},
           {"1 234.", 1234},
           // One kind several times, and signs that are never decimal.
           {"1,234,567", 1234567},
           {"1.234.567", 1234567},
           {"27,25,930", 2725930},
           {"1,23,456.5", 123456.5},
           {"90 000", 90000},
           {"90\u202f000", 90000},
           {"90\u00a0000", 90000},
           {"90'000", 90000},
           {"90’000", 90000},
           // Digits and signs of other scripts.
           {"٥٠", 50},
           {"۵۰", 50},
           {"５０", 50},
           {"١٢٫٥", 12.5},
           {"١٫٥٠٠", 1.5},
           {"١٬٥٠٠", 1500},
           {"１，２３４．５", 1234.5},
           {"١،٥", 1.5},
           {"50%", 50},
           {"50 %", 50},
           {"50\u00a0%", 50},
           {"%50", 50},
           {"-12.5 %", -12.5},
           {"50٪", 50},
           {"٥٠٪؜", 50},
           {"50％", 50},
           {"\u200e50\u200e%\u200e", 50},
           {"90k", 90000},
           {"90K", 90000},
           {"1.5k", 1500},
           {"1,5 k", 1500},
           {"2m", 2e6},
           {"2.5M", 2.5e6},
           {"-3k%", -3000}});
}

TEST_CASE("where a sign may part thousands or decimals, the language decides, or nobody") {
  check(english, "", {{"1,500", 1500}, {"1.500", 1.5}, {"100,000", 100000}, {"0,500", 0.5}});
  check(chinese, "", {{"1,500", 1500}, {"1.500", 1.5}});
  check(german, "", {{"1,500", 1.5}, {"1.500", 1500}, {"0.500", 0.5}});
  check(spanish, "", {{"1,500", 1.5}, {"1.500", 1500}});
  check(moroccan, "", {{"1,500", 1.5}, {"1.500", 1500}});
  check(egyptian, "", {{"1,500", 1500}, {"1.500", 1.5}, {"١٬٥٠٠", 1500}});
  check(french, "", {{"1,500", 1.5}, {"1.500", unreadable}, {"1 500", 1500}});
  check(portuguese, "", {{"1,500", 1.5}, {"1.500", unreadable}});
  check(swiss, "", {{"1.500", 1.5}, {"1,500", unreadable}, {"1'500", 1500}});
  check(han_digits, "", {{"一二.五", 12.5}, {"一,五〇〇", 1500}, {"1,500", 1500}});
}

TEST_CASE("words for thousands and millions, in any case, with a full stop or without") {
  check(english, "", {{"1.5 thousand", 1500}, {"2 Million", 2e6}, {"2mil", unreadable}, {"3 Mio", unreadable}});
  check(german, "€", {{"1,5 Tsd.", 1500}, {"2 mio", 2e6}, {"2,5 MIO.", 2.5e6}, {"1 Mrd. €", 1e9}});
  check(french, "€", {{"90 mille", 90000}, {"1,5 millions", 1.5e6}, {"90k€", 90000}});
  check(spanish, "", {{"90 mil", 90000}, {"2 millones", 2e6}});
  check(portuguese, "", {{"90 mil", 90000}, {"2 mi", 2e6}, {"2 milhões", 2e6}});
  check(egyptian, "", {{"٩٠ ألف", 90000}, {"٢ مليون", 2e6}});
  check(chinese, "", {{"3千", 3000}, {"3万", 30000}, {"3百万", 3e6}, {"1.5亿", 1.5e8}});
}

TEST_CASE("units are the field's own, before or behind the number") {
  check(english, currency_units("USD"),
        {{"$90k", 90000},
         {"$ 90,000", 90000},
         {"90,000$", 90000},
         {"US$90,000", 90000},
         {"USD 90k", 90000},
         {"90k usd", 90000},
         {"90000 US$", 90000},
         {"-$5", -5},
         {"$-5", -5},
         {"＄90", 90},
         {"€90k", unreadable},
         {"90 %", unreadable},
         {"C$90", unreadable},
         {"$", unreadable},
         {"$k", unreadable}});
  check(german, currency_units("EUR"), {{"90.000 €", 90000}, {"€ 90.000", 90000}, {"EUR 90", 90}, {"$90", unreadable}});
  check(swiss, currency_units("CHF"), {{"Fr. 90’000", 90000}, {"CHF 90'000.50", 90000.5}});
  check(chinese, currency_units("CNY"), {{"¥90", 90}, {"9万元", 90000}});
  check(english, currency_units("BRL"), {{"R$ 90", 90}, {"$90", unreadable}});
  check(english, currency_units(""), {{"90", 90}, {"$90", unreadable}});
  check(english, "h hours", {{"8.5 h", 8.5}, {"8.5h", 8.5}, {"8 hours", 8}, {"8 H.", 8}, {"8 days", unreadable}});
  check(english, "", {{"5%", unreadable}});
}

TEST_CASE("what is no number is told from one, whatever a part of it may be") {
  for (const NumberWriting& language : {english, german, swiss, french, egyptian, chinese})
    for (const std::string_view typed : {"a lot",
                                         "-",
                                         "+",
                                         ".",
                                         ",",
                                         "%",
                                         "k",
                                         "1e5",
                                         "1e300",
                                         "1E5",
                                         "1e500",
                                         "1e-3",
                                         "Infinity",
                                         "∞",
                                         "NaN",
                                         "0x10",
                                         "10-20",
                                         "10-200",
                                         "10 – 20",
                                         "10..20",
                                         "10 20",
                                         "10  000",
                                         "1 0",
                                         "5+",
                                         "~5",
                                         "≈5",
                                         ">5",
                                         "(5)",
                                         "5-",
                                         "--5",
                                         "+-5",
                                         "1.2.3",
                                         "1,2,3",
                                         "1.2.2024",
                                         "2024-05-01",
                                         "12:30",
                                         "1/2",
                                         "½",
                                         "²",
                                         "12;5",
                                         "5 5",
                                         "1,234.5.6",
                                         "1,234 567",
                                         "1'234,567,890",
                                         "1.234.",
                                         "0,500,000",
                                         "1234,567,890",
                                         "1,2345,678",
                                         "5 apples",
                                         "5kk",
                                         "k5",
                                         "5 %%",
                                         "5€",
                                         "ab12",
                                         "12ab",
                                         "5 m 3",
                                         "1_000",
                                         "10,20,30"}) {
      CAPTURE(typed);
      const TypedNumber read = read_typed_number(typed, language, "%");
      CHECK_FALSE(read.is_empty);
      CHECK_FALSE(read.value);
    }
}

TEST_CASE("nothing, many digits, and bytes that are no text") {
  for (const std::string_view typed : {"", " ", "\u00a0", "\t\n", "\u200e", "\u3000\u061c"})
    CHECK(read_typed_number(typed, english, "%").is_empty);
  const std::string long_number(400, '9');
  CHECK(std::isinf(*read_typed_number(long_number, english, "").value));
  CHECK(*read_typed_number("0." + long_number, english, "").value == doctest::Approx(1));
  for (const std::string_view typed : {"\x80", "5\xff", "\xe2\x80", "5\xc2"}) {
    CHECK_FALSE(read_typed_number(typed, english, "").value);
    CHECK_FALSE(read_typed_number(typed, english, "").is_empty);
  }
}

TEST_CASE("what is written with a language's signs is read as what it was") {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> exponent(-3, 9);
  struct Writing {
    NumberWriting language;
    std::string_view minus;
    bool is_indian = false;
  };
  for (const Writing& one : {Writing{english, "-"}, Writing{english, "−", true}, Writing{german, "−"},
                             Writing{swiss, "-"}, Writing{french, "−"}, Writing{portuguese, "-"},
                             Writing{egyptian, "\u061c-"}, Writing{moroccan, "\u200e−"}, Writing{han_digits, "-"}}) {
    for (int i = 0; i < 2000; ++i) {
      const double size = std::round(std::pow(10, exponent(random)) * 1000) / 1000, value = i % 2 ? size : -size;
      const std::string text = written(value, one.language, one.minus, one.is_indian);
      CAPTURE(text);
      CHECK(read_typed_number(text, one.language, "%").value.value_or(unreadable) == value);
      CHECK(read_typed_number("\u200e" + text + "\u00a0%", one.language, "%").value.value_or(unreadable) == value);
    }
  }
}

TEST_CASE("whatever bytes are typed, there is an answer") {
  std::mt19937 random(11);
  const std::vector<std::string> pieces = {"1", "0", "9", ".",  ",", " ",      "'", "-",  "+",   "k",  "%",
                                           "٫", "٬", "$", "万", "e", "\u00a0", "5", "12", "345", "m.", "\x80"};
  for (int i = 0; i < 20'000; ++i) {
    std::string typed;
    for (std::size_t length = random() % 9; length > 0; --length) typed += pieces[random() % pieces.size()];
    CAPTURE(typed);
    const TypedNumber read = read_typed_number(typed, i % 2 ? german : chinese, "% $");
    if (read.value) CHECK(typed.find_first_of("0123456789") != std::string::npos);
    if (read.is_empty) CHECK_FALSE(read.value);
  }
}
