package com.crewyard.hosting.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.crewyard.hosting.Finding;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CostModelTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Usage USAGE = new Usage(1, 0, 0.5, 512, 50, 0.05, 20);

    @Test
    void billsFargateByInstanceAndHour() {
        double task = 730 * (0.5 * 0.04048 + 0.5 * 0.004445);
        double balancer = 730 * (0.0225 + 0.008);

        assertThat(monthly("AWS ECS Fargate", USAGE, 10)).isEqualTo(task + balancer, offset(1e-9));
        assertThat(monthly("AWS ECS Fargate", USAGE, 60))
                .isEqualTo(2 * task + 730 * (0.0225 + 0.008 * 60 * 20 * 3600 / 1e6), offset(1e-9));
    }

    @Test
    void billsFunctionsByRequestAfterTheFreeOnes() {
        double millions = 10 * 730 * 3600 / 1e6;
        double seconds = 10 * 730 * 3600 * 0.05 * 0.5;

        assertThat(monthly("AWS Lambda + API Gateway", USAGE, 10))
                .isEqualTo((millions - 1) * 0.2 + (seconds - 400_000) * 0.0000166667 + millions, offset(1e-6));
        assertThat(monthly("AWS Lambda + API Gateway", USAGE, 0)).isZero();
    }

    @Test
    void packsInstancesOntoTheCheapestMachinesAndKeepsEnoughForThePeak() {
        assertThat(monthly("DigitalOcean Droplets", USAGE, 10)).isEqualTo(4);
        assertThat(monthly("DigitalOcean Droplets", new Usage(10, 0, 0.5, 512, 50, 0.05, 20), 50))
                .isEqualTo(5 * 6.0);
    }

    @Test
    void cannotPriceAnInstanceThatFitsOnNoMachine() {
        assertThat(CostModel.monthly(offer("DigitalOcean Droplets"), new Usage(1, 0, 64, 512, 50, 0.05, 20), 1))
                .isEqualTo(OptionalDouble.empty());
    }

    @Test
    void idleHoursCostNothingWhereInstancesScaleToZero() {
        Usage halfIdle = new Usage(1, 12, 0.5, 512, 50, 0.05, 20);

        assertThat(monthly("Cloudflare Workers", halfIdle, 100)).isLessThan(monthly("Cloudflare Workers", USAGE, 100));
        assertThat(monthly("DigitalOcean Droplets", halfIdle, 100))
                .isEqualTo(monthly("DigitalOcean Droplets", USAGE, 100));
    }

    @Test
    void findsWhereOneOptionOvertakesAnother() {
        Map<Offer, String> offers = new LinkedHashMap<>();
        offers.put(offer("AWS Lambda + API Gateway"), "Serverless FaaS");
        offers.put(offer("AWS ECS Fargate"), "Serverless Containers");

        Costs costs = new CostComparison(USAGE, TODAY).of(offers, 10);

        assertThat(costs.crossings()).singleElement().satisfies(crossing -> {
            assertThat(crossing.cheaper()).isEqualTo("AWS ECS Fargate");
            double at = crossing.at();
            assertThat(monthly("AWS ECS Fargate", USAGE, at))
                    .isLessThan(monthly("AWS Lambda + API Gateway", USAGE, at));
            assertThat(monthly("AWS ECS Fargate", USAGE, at - 1))
                    .isGreaterThanOrEqualTo(monthly("AWS Lambda + API Gateway", USAGE, at - 1));
        });
        assertThat(costs.cheapest())
                .extracting(Costs.Span::offering)
                .containsExactly("AWS Lambda + API Gateway", "AWS ECS Fargate");
    }

    @Test
    void everyShippedPriceNamesItsSourceAndOldOnesAreFlagged() {
        assertThat(PriceBook.shipped().prices().values()).allSatisfy(price -> {
            assertThat(price.source()).startsWith("https://");
            assertThat(price.amount()).isPositive();
        });
        assertThat(PriceBook.shipped().prices().values())
                .filteredOn(price -> price.isStale(TODAY))
                .extracting(Price::id)
                .containsExactly("droplet-1gb", "droplet-2gb", "droplet-4gb", "render-standard");
    }

    @Test
    void refusesAPriceBookThatNamesAnUnknownPrice() {
        assertThat(PriceBook.read("p.yaml", "offerings: {X: {category: C, terms: [{price: y}]}}\n")
                        .findings())
                .extracting(Finding::toString)
                .containsExactly("p.yaml:1:46: offerings.X.terms[0].price: \"y\" is unknown; known are ");
    }

    private static double monthly(String offering, Usage usage, double load) {
        return CostModel.monthly(offer(offering), usage, load).orElseThrow();
    }

    private static Offer offer(String name) {
        return PriceBook.shipped().offers().stream()
                .filter(offer -> offer.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
