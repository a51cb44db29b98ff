package org.practiceplaybook.content;

import java.util.List;
import java.util.Optional;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.RuleCode;

/**
 * The part of the table of {@link Fields} that is about {@code playbook.yml}. Nothing of it is made before somebody asks
 * for it, and so the judge of a form, which reads no settings, is the smaller.
 */
interface SettingsFields {
    Field<Optional<Located<String>>> PLAYBOOK_NAME = Fields.NAME.plain();
    Field<Optional<Located<String>>> TAGLINE = Fields.prose("tagline");
    Field<Optional<Located<String>>> ADDRESS = Fields.text("address", "", Fields.WEB);
    Field<Optional<Located<String>>> REPOSITORY = Fields.text("repository", "", Fields.WEB);
    Field<Optional<HostKind>> HOST = Fields.choice("host", HostKind.values(), RuleCode.HOST_VALUE);
    Field<Optional<Located<String>>> BRANCH = Fields.text("branch");
    Field<Optional<Located<String>>> LANGUAGE =
            Fields.value("language", DataReader::language, "", RuleCode.LANGUAGE_FORM, "a language", "en, de, pt-BR");
    Field<List<Located<String>>> LANGUAGES =
            new Field<>("languages", new Shape.Values<>((Shape.Value<String>) LANGUAGE.shape()));
    Field<Optional<Located<String>>> EDITION = Fields.text("edition");
    Field<Optional<Located<Integer>>> REVIEW_AFTER_MONTHS =
            Fields.number("review_after_months", "[1-9]\\d{0,2}", RuleCode.REVIEW_AFTER_MONTHS_FORM, "12");
    Field<Optional<Located<String>>> LICENCE =
            Fields.prose("licence").elsewhere("license, copyright, rights");
    Field<Optional<Located<String>>> LICENSE = Fields.prose("license");
    Field<Optional<Located<String>>> EMAIL =
            Fields.value("email", DataReader::email, "", RuleCode.EMAIL_FORM, "an e-mail address", "playbook@example.org");
    Field<List<Located<String>>> AUTHORS_HIDDEN = Fields.lines("authors_hidden");
    Field<List<Located<String>>> DOWNLOADS = Fields.lines("downloads");
    Field<Optional<Located<String>>> ACCENT = Fields.colour("accent");
    Field<Optional<Located<String>>> ACCENT_DARK = Fields.colour("accent_dark");
    Field<Optional<Located<String>>> LOGO = Fields.text("logo");
    Field<Optional<Located<String>>> FONT_TEXT = Fields.font("font_text");
    Field<Optional<Located<String>>> FONT_INTERFACE = Fields.font("font_interface");
    Field<Optional<Located<String>>> FONT_CODE = Fields.font("font_code");
    Field<Optional<Located<String>>> WAY_TO = Fields.text("to");
    Field<Optional<Located<String>>> WAY_TEXT = Fields.prose("text");
    Field<List<FieldReader>> MENU = Fields.ways("menu");
    Field<List<FieldReader>> FOOTER = Fields.ways("footer");
    Field<List<Located<String>>> HOME = Fields.lines("home");
    Field<Optional<Located<String>>> LABEL = Fields.prose("label");
    Field<Optional<Boolean>> FILTER = new Field<>("filter", new Shape.Flag());
    Field<Optional<Model.Kind>> KIND = Fields.choice("kind", Model.Kind.values(), RuleCode.KIND_VALUE);
    Field<List<Shape.Named>> FACETS = Fields.named("facets", LABEL, FILTER);
    Field<List<Shape.Named>> FIELDS = Fields.named("fields", LABEL, KIND);

    List<Field<?>> OF_PLAYBOOK = Fields.joined(
            List.of(PLAYBOOK_NAME, TAGLINE, ADDRESS, REPOSITORY, HOST, BRANCH, LANGUAGE, LANGUAGES, EDITION),
            List.of(REVIEW_AFTER_MONTHS, LICENSE, LICENCE, EMAIL, AUTHORS_HIDDEN, DOWNLOADS),
            List.of(ACCENT, ACCENT_DARK, LOGO, FONT_TEXT, FONT_INTERFACE, FONT_CODE, MENU, FOOTER, HOME),
            List.of(FACETS, FIELDS));
}
