package org.practiceplaybook.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.content.value.Slug;

/**
 * Entries in one issue, as the site hands them over. The page of somebody's drafts has the path of each file as a heading, and
 * its text in a fence below; a form that is sent by e-mail has the path in the first line, and the text below.
 *
 * @param entries in their order
 */
public record IssueBundle(List<IssueEntry> entries) {
    private static final Pattern HEADING = Pattern.compile("### `?([^`\\s]+\\.md)`?\\s*");
    private static final Pattern MAIL =
            Pattern.compile("\\s*([^`\\s#]+\\.md)\\s*\n(?:\\s*\n)+(---[ \t]*\n.*)", Pattern.DOTALL);
    private static final Pattern FENCE = Pattern.compile("(`{3,})markdown\\s*");

    public IssueBundle {
        entries = List.copyOf(entries);
    }

    /** Reads them; empty where an issue holds none. */
    public static Optional<IssueBundle> of(String body) {
        String text = body.replace("\r\n", "\n");
        Matcher mail = MAIL.matcher(text);
        if (mail.matches()) {
            return Optional.of(new IssueBundle(
                    List.of(new IssueEntry(path(mail.group(1)), mail.group(2).stripTrailing() + "\n"))));
        }
        List<String> lines = text.lines().toList();
        List<IssueEntry> entries = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            Matcher heading = HEADING.matcher(lines.get(at));
            int begin = at + 1;
            while (begin < lines.size() && lines.get(begin).isBlank()) {
                begin++;
            }
            if (!heading.matches() || begin == lines.size()) {
                continue;
            }
            Matcher fence = FENCE.matcher(lines.get(begin));
            if (fence.matches()) {
                int end = begin + 1;
                while (end < lines.size() && !lines.get(end).strip().equals(fence.group(1))) {
                    end++;
                }
                String inside = String.join("\n", lines.subList(begin + 1, end)) + "\n";
                entries.add(new IssueEntry(path(heading.group(1)), inside));
                at = end;
            }
        }
        return entries.isEmpty() ? Optional.empty() : Optional.of(new IssueBundle(entries));
    }

    /** The same path where a form could have made it, else nothing. */
    private static String path(String said) {
        return IssueEntry.FOLDERS.values().stream()
                .map(folder -> folder + "/")
                .filter(said::startsWith)
                .filter(folder -> {
                    String name = said.substring(folder.length(), said.length() - ".md".length());
                    return !name.isEmpty() && name.equals(Slug.of(name)) && !Slug.isTooLong(name);
                })
                .findFirst()
                .map(folder -> said)
                .orElse("");
    }
}
