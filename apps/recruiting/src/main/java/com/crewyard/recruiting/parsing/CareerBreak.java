package com.crewyard.recruiting.parsing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line that says when or why somebody did not work. It is no position, no skill and nothing to be ranked by. */
public final class CareerBreak {

    private static final Pattern LINE = Pattern.compile(
            "^[^\\p{L}\\n]*(?:career break|(?:parental|maternity|paternity|family|caregiver) leave|sabbatical|unemployed|"
                    + "elternzeit|mutterschutz|pflegezeit|arbeitslos|arbeitssuchend|cong[ée] parental|sans emploi|"
                    + "excedencia|baja por maternidad|desempleado)(?!\\p{L})[^\\n]*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.MULTILINE);

    private CareerBreak() {}

    /** Finds the lines of a text. */
    public static Matcher in(CharSequence text) {
        return LINE.matcher(text);
    }
}
