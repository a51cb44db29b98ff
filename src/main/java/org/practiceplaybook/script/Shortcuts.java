package org.practiceplaybook.script;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.model.emit.ValueEmitter;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.instructions.StringConstantInstruction;

/**
 * Methods that would bring more along than they are worth, or that TeaVM has otherwise than Java. {@code String.format} fills in values as they are: the
 * libraries need it for their messages only, and all that it can do otherwise, numbers and money in every language, would
 * be a sixth of the script. The names of HTML's entities are asked of the browser, instead of read from flexmark's file, and so are
 * small and capital letters and what kind of sign one is.
 */
public final class Shortcuts implements ClassHolderTransformer {
    private static final String ENTITIES = "com.vladsch.flexmark.util.sequence.Html5Entities";

    /** What tells of an object by the name of its class tells it to programmers alone: so no class need have a name. */
    private static final Set<String> NAMES = Set.of("getName", "getSimpleName", "getCanonicalName");

    private static final Map<String, String> CASES = Map.of("toLowerCase", "lower", "toUpperCase", "upper");

    @Override
    public void transformClass(ClassHolder asked, ClassHolderTransformerContext context) {
        for (MethodHolder method : asked.getMethods()) {
            if (asked.getName().equals(String.class.getName())
                    && method.getName().equals("format")) {
                ProgramEmitter program = ProgramEmitter.create(method, context.getHierarchy());
                int last = method.parameterCount();
                ValueEmitter format = program.var(last - 1, ValueType.object(String.class.getName()));
                ValueEmitter values = program.var(last, ValueType.parse(Object[].class));
                program.invoke(Shortcuts.class, "fill", String.class, format, values)
                        .returnValue();
            } else if (asked.getName().equals(String.class.getName())
                    && method.getName().equals("isBlank")) {
                ProgramEmitter program = ProgramEmitter.create(method, context.getHierarchy());
                ValueEmitter text = program.var(0, ValueType.object(String.class.getName()));
                program.invoke(Shortcuts.class, "isBlank", boolean.class, text).returnValue();
            } else if (asked.getName().equals(Character.class.getName())
                    && method.parameterCount() == 1
                    && method.parameterType(0) == ValueType.INTEGER
                    && CASES.containsKey(method.getName())) {
                ProgramEmitter program = ProgramEmitter.create(method, context.getHierarchy());
                ValueEmitter letter = program.var(1, ValueType.INTEGER);
                program.invoke(LetterCase.class, CASES.get(method.getName()), int.class, letter)
                        .returnValue();
            } else if (asked.getName().equals(Character.class.getName())
                    && method.getName().equals("getType")
                    && method.parameterType(0) == ValueType.INTEGER) {
                ProgramEmitter program = ProgramEmitter.create(method, context.getHierarchy());
                ValueEmitter sign = program.var(1, ValueType.INTEGER);
                program.invoke(SignType.class, "of", int.class, sign).returnValue();
            } else if (asked.getName().equals(ENTITIES) && method.getName().equals("readEntities")) {
                ProgramEmitter.create(method, context.getHierarchy())
                        .construct(Entities.class)
                        .returnValue();
            } else if (method.getProgram() != null) {
                method.getProgram().getBasicBlocks().forEach(Shortcuts::nameless);
            }
        }
    }

    private static void nameless(BasicBlock block) {
        Instruction next;
        for (Instruction one = block.getFirstInstruction(); one != null; one = next) {
            next = one.getNext();
            if (one instanceof InvokeInstruction call
                    && call.getReceiver() != null
                    && call.getMethod().getClassName().equals(Class.class.getName())
                    && NAMES.contains(call.getMethod().getName())) {
                StringConstantInstruction name = new StringConstantInstruction();
                name.setConstant("");
                name.setReceiver(call.getReceiver());
                name.setLocation(call.getLocation());
                call.replace(name);
            }
        }
    }

    /** TeaVM takes no other sign than the space for a blank. */
    public static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The format with each value in its place; width and precision are left out. */
    public static String fill(String format, Object[] values) {
        StringBuilder out = new StringBuilder(format.length() + 32);
        int next = 0;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%') {
                out.append(c);
                continue;
            }
            do {
                i++;
            } while (i < format.length() && !Character.isLetter(format.charAt(i)) && format.charAt(i) != '%');
            char kind = i < format.length() ? format.charAt(i) : '%';
            if (kind == '%') {
                out.append('%');
            } else if (kind == 'n') {
                out.append('\n');
            } else if (next < values.length) {
                Object value = values[next++];
                boolean hex = (kind == 'x' || kind == 'X') && value instanceof Integer;
                String text = hex ? Integer.toHexString((Integer) value) : String.valueOf(value);
                out.append(kind == 'X' ? text.toUpperCase(Locale.ROOT) : text);
            }
        }
        return out.toString();
    }
}
