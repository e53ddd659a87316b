package com.crewyard.web;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An organization's color on its careers site, moved towards black or white until text in it, and text on it, can be
 * read: contrast of 4.5 to 1 (WCAG 2.2, success criterion 1.4.3).
 *
 * @param hex {@code #rrggbb} in lower case
 */
public record ThemeColor(String hex) {

    private static final Pattern FORM = Pattern.compile("#[0-9a-f]{6}");
    private static final double ENOUGH = 4.6;
    private static final int STEPS = 40;
    private static final int[] WHITE = {255, 255, 255};
    private static final int[] BLACK = {0, 0, 0};
    private static final int[] PAPER = {0xf8, 0xf5, 0xef};
    private static final int[] NIGHT = {0x1c, 0x27, 0x3b};

    public ThemeColor {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("The color %s is not of the form #1f4d7a".formatted(hex));
        }
    }

    /** Where the style sheet of this color is served. */
    public String url() {
        return Assets.PATH + "theme-" + hex.substring(1) + ".css";
    }

    /** Redefines the tokens of the careers style sheet for both themes. */
    String styleSheet() {
        String light = readableOn(PAPER, 0);
        String dark = readableOn(NIGHT, 1);
        return """
                :root{--theme:light-dark(%s,%s);--theme-on:light-dark(%s,%s)}
                """.formatted(light, dark, textOn(light), textOn(dark));
    }

    /**
     * The nearest color of the same hue and saturation with enough contrast to a background.
     *
     * @param extreme lightness to move towards: 0 for black, 1 for white
     */
    String readableOn(int[] background, double extreme) {
        Hsl color = Hsl.of(channels(hex));
        for (int step = 0; step < STEPS; step++) {
            double share = step / (double) STEPS;
            int[] moved = color.withLightness(color.lightness() + (extreme - color.lightness()) * share)
                    .channels();
            if (contrast(moved, background) >= ENOUGH) {
                return hex(moved);
            }
        }
        return hex(extreme == 0 ? BLACK : WHITE);
    }

    /** Contrast ratio between 1 and 21 (WCAG 2.2, definition of contrast ratio). */
    static double contrast(int[] one, int[] other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    static int[] channels(String hex) {
        return new int[] {
            Integer.parseInt(hex.substring(1, 3), 16),
            Integer.parseInt(hex.substring(3, 5), 16),
            Integer.parseInt(hex.substring(5, 7), 16)
        };
    }

    private static String textOn(String background) {
        int[] color = channels(background);
        return contrast(color, WHITE) >= contrast(color, NIGHT) ? "#ffffff" : "#0b1220";
    }

    private static double luminance(int[] color) {
        return 0.2126 * linear(color[0]) + 0.7152 * linear(color[1]) + 0.0722 * linear(color[2]);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static String hex(int[] color) {
        return String.format(Locale.ROOT, "#%02x%02x%02x", color[0], color[1], color[2]);
    }

    /** Hue in degrees, saturation and lightness from 0 to 1 (CSS Color 4, section 7). */
    private record Hsl(double hue, double saturation, double lightness) {

        static Hsl of(int[] rgb) {
            double red = rgb[0] / 255.0;
            double green = rgb[1] / 255.0;
            double blue = rgb[2] / 255.0;
            double most = Math.max(red, Math.max(green, blue));
            double least = Math.min(red, Math.min(green, blue));
            double spread = most - least;
            double lightness = (most + least) / 2;
            if (spread == 0) {
                return new Hsl(0, 0, lightness);
            }
            double saturation = (most - lightness) / Math.min(lightness, 1 - lightness);
            double sector = most == red
                    ? (green - blue) / spread + (green < blue ? 6 : 0)
                    : most == green ? (blue - red) / spread + 2 : (red - green) / spread + 4;
            return new Hsl(sector * 60, saturation, lightness);
        }

        Hsl withLightness(double other) {
            return new Hsl(hue, saturation, other);
        }

        int[] channels() {
            return new int[] {channel(0), channel(8), channel(4)};
        }

        private int channel(int offset) {
            double k = (offset + hue / 30) % 12;
            double amplitude = saturation * Math.min(lightness, 1 - lightness);
            return (int) Math.round(255 * (lightness - amplitude * Math.max(-1, Math.min(k - 3, Math.min(9 - k, 1)))));
        }
    }
}
