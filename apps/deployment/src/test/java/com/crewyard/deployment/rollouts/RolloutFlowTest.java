package com.crewyard.deployment.rollouts;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.rollouts.RolloutFlow.Position;
import com.crewyard.hosting.spec.AppSpec.Rollout.Strategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RolloutFlowTest {

    private static final Path ARCHITECTURE = Path.of("../../docs/architecture.md");

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void endsLiveWhenEverythingGoesWellAndBackFromWhereverItFails(Strategy strategy) {
        List<Position> way = new ArrayList<>(List.of(new Position(RolloutState.PREPARING, 0)));
        while (!way.getLast().state().isEnd()) {
            way.add(RolloutFlow.next(strategy, way.getLast(), 3));
        }

        assertThat(way).doesNotHaveDuplicates();
        assertThat(way.getLast().state()).isEqualTo(RolloutState.DONE);
        assertThat(way).extracting(Position::state).contains(RolloutState.CHECKING, RolloutState.LIVE);
        for (Position at : way) {
            Position back = RolloutFlow.onFailure(at);
            if (at.state().isMoving()) {
                while (!back.state().isEnd()) {
                    back = RolloutFlow.next(strategy, back, 3);
                }
                assertThat(back.state()).isEqualTo(RolloutState.ROLLED_BACK);
            } else {
                assertThat(back).isEqualTo(at);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void expandsBeforeItStartsChecksBeforeItShiftsAndContractsLast(Strategy strategy) {
        List<RolloutState> way = new ArrayList<>(List.of(RolloutState.PREPARING));
        Position at = new Position(RolloutState.PREPARING, 0);
        while (!at.state().isEnd()) {
            at = RolloutFlow.next(strategy, at, 2);
            way.add(at.state());
        }

        assertThat(way.indexOf(RolloutState.EXPANDING)).isLessThan(way.indexOf(RolloutState.STARTING));
        assertThat(way.indexOf(RolloutState.CHECKING)).isLessThan(way.indexOf(RolloutState.SHIFTING));
        assertThat(way.lastIndexOf(RolloutState.SHIFTING)).isLessThan(way.indexOf(RolloutState.VERIFYING));
        assertThat(way).endsWith(RolloutState.LIVE, RolloutState.RETIRING, RolloutState.CONTRACTING, RolloutState.DONE);
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void isDrawnInTheDocumentation(Strategy strategy) throws IOException {
        assertThat(Files.readString(ARCHITECTURE))
                .as("docs/architecture.md draws what RolloutFlow decides; put this there:")
                .contains(RolloutDiagram.of(strategy));
    }
}
