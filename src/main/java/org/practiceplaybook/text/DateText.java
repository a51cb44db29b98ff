package org.practiceplaybook.text;

import java.time.LocalDate;
import org.practiceplaybook.content.value.PartialDate;
import org.practiceplaybook.theme.Words;

/** Dates in the playbook's words. The JDK's own texts differ between versions, and the site may not. */
public final class DateText {
    private DateText() {}

    public static String text(PartialDate date, Words words) {
        if (date.month().isEmpty()) {
            return String.valueOf(date.year());
        }
        String month = words.get("date.month." + date.month().getAsInt());
        return date.day().isEmpty()
                ? words.get("date.monthYear", month, date.year())
                : words.get("date.dayMonthYear", date.day().getAsInt(), month, date.year());
    }

    public static String text(LocalDate date, Words words) {
        String month = words.get("date.month." + date.getMonthValue());
        return words.get("date.dayMonthYear", date.getDayOfMonth(), month, date.getYear());
    }

    /** The month alone, where the day would say more than is known. */
    public static String month(LocalDate date, Words words) {
        return words.get("date.monthYear", words.get("date.month." + date.getMonthValue()), date.getYear());
    }
}
