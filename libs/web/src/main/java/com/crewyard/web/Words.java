package com.crewyard.web;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/** The texts of one language, as one reader gets them. */
public record Words(Locale locale, Map<String, String> texts) {

    /** @throws IllegalArgumentException when no bundle has the key */
    public String of(String key, Object... arguments) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("No text is known by the key %s".formatted(key));
        }
        return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** Whole units of a currency: "€60,000". */
    public String money(long amount, String currency) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setMaximumFractionDigits(0);
        format.setCurrency(Currency.getInstance(currency));
        return format.format(amount);
    }

    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }
}
