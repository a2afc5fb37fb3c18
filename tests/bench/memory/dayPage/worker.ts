/** The kiosk's own camera worker behind gauges. */
import './gauges.ts';
import '../../../../kiosk/vision/worker.ts';
