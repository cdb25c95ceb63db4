package dev.wend.job.generate;

import java.math.BigDecimal;

/**
 * A product of the shop.
 *
 * @param rank its place in the catalogue, the most popular first
 * @param price in euro
 */
record Product(int rank, String id, String sku, String name, String category, BigDecimal price) {
  String path() {
    return "/product/" + id;
  }
}
