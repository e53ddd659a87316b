package com.crewyard.deployment.console;

import com.crewyard.deployment.pipelines.StageLine;
import com.crewyard.web.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The stages of a pipeline as a picture: from left to right by what they need, one above the other when they run side by
 * side. The same stages always give the same picture.
 *
 * @param width in units of the picture, as all other measures
 */
public record PipelineMap(List<Box> boxes, List<Arrow> arrows, int width, int height) {

    public static final int BOX_WIDTH = 156;
    public static final int BOX_HEIGHT = 52;

    private static final int MARGIN = 10;
    private static final int GAP = 34;
    private static final int ROW_GAP = 16;
    private static final Set<String> GOOD = Set.of("passed", "skipped");
    /** More columns than these are not made smaller to fit the window. */
    private static final int MOST_THAT_FIT = 7;

    private static final int LONGEST_NAME = 16;

    /** @param x of the upper left corner */
    public record Box(StageLine stage, StageWords words, int x, int y) {

        public String shownName() {
            String name = stage.name();
            return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name;
        }
    }

    /**
     * @param path for an SVG path
     * @param done whether what it starts from let it go on
     */
    public record Arrow(String path, boolean done) {}

    static PipelineMap of(List<StageLine> stages) {
        Map<String, Integer> columns = columns(stages);
        Map<Integer, List<StageLine>> byColumn = new TreeMap<>();
        stages.forEach(stage -> byColumn.computeIfAbsent(columns.getOrDefault(stage.name(), 0), _ -> new ArrayList<>())
                .add(stage));
        int rows = byColumn.values().stream().mapToInt(List::size).max().orElse(1);
        int height = 2 * MARGIN + rows * BOX_HEIGHT + (rows - 1) * ROW_GAP;
        Map<String, Box> boxes = new LinkedHashMap<>();
        byColumn.forEach((column, inside) -> {
            inside.sort(Comparator.comparingDouble(stage -> middleOfNeeds(stage, boxes)));
            int used = inside.size() * BOX_HEIGHT + (inside.size() - 1) * ROW_GAP;
            int y = (height - used) / 2;
            for (StageLine stage : inside) {
                boxes.put(stage.name(), new Box(stage, StageWords.of(stage), MARGIN + column * (BOX_WIDTH + GAP), y));
                y += BOX_HEIGHT + ROW_GAP;
            }
        });
        List<Arrow> arrows = new ArrayList<>();
        for (StageLine stage : stages) {
            for (String need : direct(stage, stages)) {
                Box from = boxes.get(need);
                Box to = boxes.get(stage.name());
                if (from != null && to != null) {
                    arrows.add(arrow(from, to));
                }
            }
        }
        int width = 2 * MARGIN + byColumn.size() * BOX_WIDTH + (byColumn.size() - 1) * GAP;
        return new PipelineMap(List.copyOf(boxes.values()), arrows, width, height);
    }

    private static Map<String, Integer> columns(List<StageLine> stages) {
        Map<String, Integer> columns = new HashMap<>();
        for (int round = 0; round < stages.size(); round++) {
            for (StageLine stage : stages) {
                int column = stage.needs().stream()
                        .mapToInt(need -> columns.getOrDefault(need, 0) + 1)
                        .max()
                        .orElse(0);
                columns.put(stage.name(), column);
            }
        }
        return columns;
    }

    private static double middleOfNeeds(StageLine stage, Map<String, Box> boxes) {
        return stage.needs().stream()
                .filter(boxes::containsKey)
                .mapToInt(need ->
                        java.util.Objects.requireNonNull(boxes.get(need)).y())
                .average()
                .orElse(0);
    }

    /** Without those that something else that it needs already waits for: their arrows say nothing more. */
    private static List<String> direct(StageLine stage, List<StageLine> stages) {
        Set<String> implied = new HashSet<>();
        stage.needs().forEach(need -> implied.addAll(before(need, stages)));
        return stage.needs().stream().filter(need -> !implied.contains(need)).toList();
    }

    private static Set<String> before(String name, List<StageLine> stages) {
        Set<String> found = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(name));
        while (!open.isEmpty()) {
            String next = open.removeLast();
            stages.stream()
                    .filter(stage -> stage.name().equals(next))
                    .flatMap(stage -> stage.needs().stream())
                    .filter(found::add)
                    .forEach(open::add);
        }
        return found;
    }

    /** One over several columns goes below the boxes between, which stand in its way. */
    private static Arrow arrow(Box from, Box to) {
        int x1 = from.x() + BOX_WIDTH;
        int y1 = from.y() + BOX_HEIGHT / 2;
        int x2 = to.x() - 7;
        int y2 = to.y() + BOX_HEIGHT / 2;
        int bend = to.x() - GAP / 2;
        if (to.x() - x1 > GAP) {
            int lane = Math.max(from.y(), to.y()) + BOX_HEIGHT + ROW_GAP / 2;
            String around = "M%d %dC%d %d %d %d %d %dH%dC%d %d %d %d %d %d"
                    .formatted(
                            x1,
                            y1,
                            x1 + GAP / 2,
                            y1,
                            x1 + GAP / 2,
                            lane,
                            x1 + GAP,
                            lane,
                            to.x() - GAP,
                            bend,
                            lane,
                            bend,
                            y2,
                            x2,
                            y2);
            return new Arrow(around, GOOD.contains(from.stage().state()));
        }
        String path = y1 == y2
                ? "M%d %dH%d".formatted(x1, y1, x2)
                : "M%d %dH%dC%d %d %d %d %d %d".formatted(x1, y1, to.x() - GAP, bend, y1, bend, y2, x2, y2);
        return new Arrow(path, GOOD.contains(from.stage().state()));
    }

    public boolean fits() {
        return width <= 2 * MARGIN + MOST_THAT_FIT * (BOX_WIDTH + GAP);
    }

    /** What the picture shows, for those who do not see it. */
    public String summary(Page page) {
        return page.text(
                "run.picture.summary",
                boxes.size(),
                String.join(
                        ", ",
                        boxes.stream()
                                .map(box ->
                                        box.stage().name() + " " + box.words().label(page))
                                .toList()));
    }
}
