package com.crewyard.deployment.console;

import com.crewyard.deployment.pipelines.RunLine;
import com.crewyard.deployment.pipelines.StageLine;
import com.crewyard.web.Page;

/**
 * How stages and runs look: the word, its tone and its sign.
 *
 * @param code of the word among the texts; a state without one is shown as it is
 * @param sign a character that stands for the state in the picture
 */
public record StageWords(String code, String tone, String icon, String sign) {

    static StageWords of(StageLine stage) {
        return stage.awaiting() ? new StageWords("needs-approval", "warn", "question", "?") : of(stage.state());
    }

    /** Of a run in a list. */
    public static StageWords of(RunLine run) {
        return run.awaiting().isEmpty() || run.isOver()
                ? of(run.state())
                : new StageWords("needs-approval", "warn", "question", "?");
    }

    public String label(Page page) {
        String key = "run.state." + code;
        return page.words().has(key) ? page.text(key) : code;
    }

    private static StageWords of(String state) {
        return switch (state) {
            case "passed" -> new StageWords("passed", "good", "check", "✓");
            case "failed" -> new StageWords("failed", "bad", "close", "✕");
            case "running" -> new StageWords("running", "calm", "refresh", "▶");
            case "ready" -> new StageWords("ready", "calm", "clock", "▷");
            case "cancelled" -> new StageWords("cancelled", "neutral", "ban", "■");
            case "skipped" -> new StageWords("skipped", "neutral", "minus", "–");
            case "unreached" -> new StageWords("unreached", "neutral", "minus", "∅");
            case "queued" -> new StageWords("queued", "neutral", "clock", "·");
            default -> new StageWords(state, "neutral", "", "·");
        };
    }
}
