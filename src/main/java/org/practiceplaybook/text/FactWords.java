package org.practiceplaybook.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.practiceplaybook.content.Model;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.value.GroupRange;
import org.practiceplaybook.content.value.TimeRange;
import org.practiceplaybook.markdown.Url;
import org.practiceplaybook.theme.Words;

/** Times and numbers of people in the playbook's language. */
public record FactWords(Words words) {
    /**
     * A fact of a practice in words.
     *
     * @param key that its icon is called by, or empty
     * @param address that it leads to, or empty
     */
    public record Fact(String key, String label, String value, String address) {}

    /** Time, where, people, experience, and what the playbook adds: what a practice says of them. */
    public List<Fact> of(Practice practice) {
        List<Fact> facts = new ArrayList<>();
        add("time", time(practice), facts);
        add("where", where(practice), facts);
        add("group", group(practice), facts);
        add("experience", practice.experience().map(level -> words.get("experience." + level.key())), facts);
        for (Model.Value own : practice.own()) {
            String address = own.link().map(Url::value).orElse("");
            // an address is read by its host and path
            String text = address.isEmpty()
                    ? own.text()
                    : address.replaceFirst("^\\w+:/*(?:www\\.)?", "").replaceFirst("/$", "");
            facts.add(new Fact("", own.label(), text, address));
        }
        return facts;
    }

    private void add(String key, Optional<String> value, List<Fact> facts) {
        value.ifPresent(known -> facts.add(new Fact(key, words.get("practice." + key), known, "")));
    }

    /** The time in words; as it was written where it was not understood. */
    public Optional<String> time(Practice practice) {
        return practice.time()
                .map(time -> withPeople(time, practice.group()))
                .or(() -> Optional.of(practice.timeWritten()).filter(written -> !written.isEmpty()));
    }

    /** Where one number of people is known, also what the time of each adds up to. */
    private String withPeople(TimeRange time, Optional<GroupRange> group) {
        return group.filter(people -> time.perPerson() && people.low() == people.high())
                .map(people -> words.get("time.andInAll", time(time), inAll(time, people.low())))
                .orElseGet(() -> time(time));
    }

    private String inAll(TimeRange time, int people) {
        return words.get(
                "time.forPeople",
                minutes(time.lowMinutes() * (long) people, time.highMinutes() * (long) people),
                words.count("group.people", people));
    }

    public String time(TimeRange time) {
        return time.perPerson() ? words.get("time.perPerson", range(time)) : range(time);
    }

    private String range(TimeRange time) {
        if (time.isOngoing()) {
            return words.get("time.ongoing");
        }
        String unit = switch (time.unit()) {
            case MINUTES -> "time.minutes";
            case HOURS -> "time.hours";
            case DAYS -> "time.days";
            default -> "time.weeks";
        };
        String range = time.low() == time.high() ? String.valueOf(time.low()) : time.low() + "–" + time.high();
        return words.get(words.form(unit, time.high()), range);
    }

    /** What the steps of a practice add up to. */
    public String total(Practice practice, int minutes) {
        boolean each = practice.time().filter(TimeRange::perPerson).isPresent();
        return words.get(each ? "time.perPerson" : "practice.total", minutes(minutes));
    }

    /** From low to high minutes, both as hours and minutes; of whole hours or few minutes the unit once. */
    public String minutes(long low, long high) {
        if (low == high) {
            return minutes(low);
        }
        if (high < 60 || low % 60 == 0 && high % 60 == 0) {
            long unit = high < 60 ? 1 : 60;
            return words.get(
                    words.form(unit == 1 ? "time.minutes" : "time.hours", high / unit), low / unit + "–" + high / unit);
        }
        return minutes(low) + " – " + minutes(high);
    }

    /** Minutes as hours and minutes. */
    public String minutes(long minutes) {
        long hours = minutes / 60;
        long rest = minutes % 60;
        String hoursText = words.get(words.form("time.hours", hours), hours);
        String restText = words.get(words.form("time.minutes", rest), rest);
        return hours == 0 ? restText : rest == 0 ? hoursText : hoursText + " " + restText;
    }

    /** Whether it is done together, beforehand, afterwards or alone. */
    public Optional<String> where(Practice practice) {
        return practice.where().map(where -> words.get("where." + where.key()));
    }

    /** The number of people in words; as it was written where it was not understood. */
    public Optional<String> group(Practice practice) {
        return practice.group()
                .map(this::group)
                .or(() -> Optional.of(practice.groupWritten()).filter(written -> !written.isEmpty()));
    }

    private String group(GroupRange group) {
        if (group.isAny()) {
            return words.get("group.any");
        }
        if (group.high() == GroupRange.NO_LIMIT) {
            return words.get("group.more", group.low());
        }
        return group.low() == group.high()
                ? words.count("group.people", group.low())
                : words.get("group.range", group.low(), group.high());
    }
}
