package org.practiceplaybook.text;

import java.util.Optional;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.value.GroupRange;
import org.practiceplaybook.content.value.TimeRange;
import org.practiceplaybook.theme.Words;

/** Times and numbers of people in the playbook's language. */
public record FactWords(Words words) {
    /** The time in words; as it was written where it was not understood. */
    public Optional<String> time(Practice practice) {
        return practice.time()
                .map(this::time)
                .or(() -> Optional.of(practice.timeWritten()).filter(written -> !written.isEmpty()));
    }

    public String time(TimeRange time) {
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
        return words.get(unit + (time.high() == 1 ? ".one" : ".other"), range);
    }

    /** Minutes as hours and minutes. */
    public String minutes(int minutes) {
        int hours = minutes / 60;
        int rest = minutes % 60;
        String hoursText = words.get(hours == 1 ? "time.hours.one" : "time.hours.other", hours);
        String restText = words.get(rest == 1 ? "time.minutes.one" : "time.minutes.other", rest);
        return hours == 0 ? restText : rest == 0 ? hoursText : hoursText + " " + restText;
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
