package org.practiceplaybook.form;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An issue, as the host tells of it: GitHub in the event of a workflow, GitLab in the payload of a webhook.
 *
 * @param isOpen is it one to be read now? Not where it is closed, or was changed in something else than its text
 * @param author as in "ann &lt;123+ann@users.noreply.github.com&gt;": the address by which the host knows who it was, and nobody
 *     else does; empty where it is not told, or is no name as hosts give them
 */
public record ReceivedIssue(long number, String body, boolean isOpen, Optional<String> author) {
    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,254})(?:\\[bot])?");
    private static final Pattern HOST = Pattern.compile("[a-z0-9](?:[a-z0-9.-]{0,252})");

    /** Who opens the issues that GitLab makes of e-mails. */
    private static final String SERVICE_DESK = "support-bot";

    /**
     * Reads it.
     *
     * @param event read from JSON; empty where it does not tell of an issue
     */
    public static Optional<ReceivedIssue> of(Object event) {
        JsonValue told = JsonValue.of(event);
        JsonValue issue = told.part("issue");
        if (number(issue, "number") > 0) {
            return Optional.of(new ReceivedIssue(
                    number(issue, "number"),
                    issue.text("body"),
                    true,
                    author(issue.part("user"), "login", "+", Optional.of("github.com"))));
        }
        JsonValue attributes = told.part("object_attributes");
        if (told.text("object_kind").equals("issue") && number(attributes, "iid") > 0) {
            boolean written = !attributes.text("action").equals("update")
                    || told.part("changes").values().containsKey("description");
            JsonValue user = told.part("user");
            boolean own = number(user, "id") == number(attributes, "author_id")
                    && !user.text("username").equals(SERVICE_DESK);
            return Optional.of(new ReceivedIssue(
                    number(attributes, "iid"),
                    attributes.text("description"),
                    written && attributes.text("state").equals("opened"),
                    own
                            ? author(
                                    user,
                                    "username",
                                    "-",
                                    host(told.part("project").text("web_url")))
                            : Optional.empty()));
        }
        return Optional.empty();
    }

    private static long number(JsonValue part, String key) {
        return part.values().get(key) instanceof Number number ? number.longValue() : 0;
    }

    private static Optional<String> host(String address) {
        try {
            return Optional.ofNullable(URI.create(address).getHost());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> author(JsonValue user, String key, String between, Optional<String> host) {
        String login = user.text(key);
        long id = number(user, "id");
        return host.filter(name -> HOST.matcher(name).matches())
                .filter(name -> id > 0 && LOGIN.matcher(login).matches())
                .map(name -> login + " <" + id + between + login + "@users.noreply." + name + ">");
    }
}
