package dev.wend.job.nfa;

import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.MapState;

/** A map state whose contents are exchanged for those of the run that is driven next. */
final class SwappableMapState<K, V> implements MapState<K, V> {
  private Map<K, V> contents = new TreeMap<>();

  void use(Map<K, V> contentsOfRun) {
    contents = contentsOfRun;
  }

  @Override
  public V get(K key) {
    return contents.get(key);
  }

  @Override
  public void put(K key, V value) {
    contents.put(key, value);
  }

  @Override
  public void putAll(Map<K, V> entries) {
    contents.putAll(entries);
  }

  @Override
  public void remove(K key) {
    contents.remove(key);
  }

  @Override
  public boolean contains(K key) {
    return contents.containsKey(key);
  }

  @Override
  public Iterable<Map.Entry<K, V>> entries() {
    return contents.entrySet();
  }

  @Override
  public Iterable<K> keys() {
    return contents.keySet();
  }

  @Override
  public Iterable<V> values() {
    return contents.values();
  }

  @Override
  public Iterator<Map.Entry<K, V>> iterator() {
    return contents.entrySet().iterator();
  }

  @Override
  public boolean isEmpty() {
    return contents.isEmpty();
  }

  @Override
  public void clear() {
    contents.clear();
  }
}
